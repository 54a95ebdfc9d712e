/**
 * Notes of entries (条目), for the margin of a proof: where each is written, who has sent it, and where it begins on the
 * pages. A manuscript without entries has one note for all of it.
 */
import type { Entry, Manuscript, Volume } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { select } from '../../tree/visit.js';
import { grouped } from '../grouped.js';
import type { LineAddress, Passage, SourcePlace } from '../model.js';
import { holdsLine, type Selection } from './selection.js';

export interface EntryNote {
  kind: 'entry' | 'manuscript';
  title: string;
  /** Where its title is written. */
  place: SourcePlace;
  /** 供稿 and 单位 of its manuscript, or of another one of its 分目. */
  contributor?: string;
  department?: string;
  /** The line on which it begins; absent where it is on none of the pages. */
  address?: LineAddress;
}

/** The notes of what is in a selection, in the order of the book. */
export function entryNotes(volume: Volume, selection: Selection, passages: readonly Passage[]): EntryNote[] {
  const stretches = grouped(selection.stretches, ({ file }) => file);
  const byFile = grouped(passages, ({ file }) => file);
  return volume.children.flatMap((part) =>
    part.children.flatMap((manuscript) => {
      const own = stretches.get(manuscript.file) ?? [];
      const printed = byFile.get(manuscript.file) ?? [];
      const sender = senderOf(manuscript, part.children);
      const entries = select(manuscript, 'entry');
      if (entries.length > 0)
        return entries
          .filter(({ position }) => own.some((stretch) => holdsLine(stretch, position.start.line)))
          .map((entry) => ({ ...noteOfEntry(entry, manuscript.file, printed), ...sender }));
      return own.length === 0 ? [] : [{ ...noteOfManuscript(manuscript, own[0]?.lines?.[0], printed), ...sender }];
    }),
  );
}

function noteOfEntry(entry: Entry, file: string, printed: readonly Passage[]): EntryNote {
  const { line, column } = (entry.title[0] ?? entry).position.start;
  const passage = printed.find((each) => each.kind === 'title' && each.line === line && each.lines.length > 0);
  return { kind: 'entry', title: phrasingText(entry.title), place: { file, line, column }, ...beginning(passage) };
}

/** Where only some of its lines are selected (a chapter, a month) it begins with them. */
function noteOfManuscript(
  { file, title, subcategory, category }: Manuscript,
  from: number | undefined,
  printed: readonly Passage[],
): EntryNote {
  const field = title ?? subcategory ?? category;
  const { line, column } = from === undefined ? field.position.start : { line: from, column: 1 };
  const titled = printed.find((each) => each.kind === 'title' && each.line === line && each.lines.length > 0);
  const first = printed.find((each) => each.line >= line && each.lines.length > 0);
  return { kind: 'manuscript', title: field.value, place: { file, line, column }, ...beginning(titled ?? first) };
}

function beginning(passage: Passage | undefined): { address?: LineAddress } {
  const address = passage?.lines[0]?.[1];
  return address === undefined ? {} : { address };
}

/** A 分目 of several manuscripts is signed once, under the last of them. */
function senderOf(
  manuscript: Manuscript,
  others: readonly Manuscript[],
): Pick<EntryNote, 'contributor' | 'department'> {
  const name = manuscript.subcategory?.value;
  const signed = [manuscript, ...others.filter(({ subcategory }) => name !== undefined && subcategory?.value === name)];
  const sender = signed.find(({ contributor, department }) => contributor || department);
  return {
    ...(sender?.contributor && { contributor: sender.contributor.value }),
    ...(sender?.department && { department: sender.department.value }),
  };
}
