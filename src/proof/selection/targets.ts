/** What can be asked for, with all the names that it goes by. */
import { basename } from 'node:path';
import type { Manuscript, Node, Part, Volume } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { nameKey } from './name-key.js';
import type { Stretch } from './selection.js';

export interface Target {
  /** What it is, to whoever has to choose. */
  kind: '类目' | '分目' | '稿件' | '条目' | '标题' | '供稿';
  /** In full, so that asking for it finds it: 农业/水利. */
  name: string;
  /** In the scope of a proof: 农业·水利. */
  words: string;
  /** All that it is called, as `nameKey` gives it. */
  keys: string[];
  stretches: Stretch[];
}

/** What stands in a manuscript, and knows where. */
type Placed = Exclude<Extract<Node, { position: object }>, { type: 'manuscript' }>;

/** A heading with the lines that stand under it. */
interface Section {
  title: string;
  type: Node['type'];
  stretch: Stretch;
  children: Section[];
}

/** The targets of a volume by kind, in the order in which words are tried. */
export function targetsOf(volume: Volume): Target[][] {
  const parts = volume.children;
  return [
    [...parts.map(partTarget), ...parts.filter(({ role }) => role === 'front').flatMap(frontTargets)],
    joined(parts.flatMap(subcategoryTargets)),
    parts.flatMap((part) => part.children.map((manuscript) => manuscriptTarget(part, manuscript))),
    joined(parts.flatMap(sectionTargets)),
  ];
}

/** 农业, 13-农业, 13. */
function namesOfPart({ title, folder }: Part): string[] {
  const number = /^(\d+)-/u.exec(folder)?.[1];
  return [title, folder, ...(number ? [number] : [])];
}

function partTarget(part: Part): Target {
  const stretches = part.children.map(({ file }) => ({ file }));
  return { kind: '类目', name: part.title, words: part.title, keys: keysOf(namesOfPart(part)), stretches };
}

/** Manuscripts of the 卷首 stand in the book as a 类目 does: each on pages of its own. */
function frontTargets(part: Part): Target[] {
  return part.children.map((manuscript) => {
    const title = titleOf(manuscript) ?? plainName(manuscript);
    const keys = keysOf([title, plainName(manuscript)]);
    return { kind: '类目', name: `${part.title}/${title}`, words: title, keys, stretches: [{ file: manuscript.file }] };
  });
}

function subcategoryTargets(part: Part): Target[] {
  return part.children.flatMap((manuscript) => {
    const sections = sectionsOf(manuscript).filter(({ type }) => type === 'subcategory');
    const own = ownSubcategory(manuscript, sections);
    return [...(own ? [own] : []), ...sections].map(({ title, stretch }): Target => {
      const byline = stretch.lines && sections.at(-1)?.stretch === stretch ? bylineOf(manuscript) : [];
      return {
        kind: '分目',
        name: `${part.title}/${title}`,
        words: `${part.title}·${title}`,
        keys: keysOf([title, ...namesOfPart(part).map((name) => `${name}/${title}`)]),
        stretches: [stretch, ...byline],
      };
    });
  });
}

/** The 分目 of the front matter holds what stands before the first heading. */
function ownSubcategory(manuscript: Manuscript, sections: readonly Section[]): Section | undefined {
  const title = manuscript.subcategory?.value;
  if (title === undefined || sections.some((section) => section.title === title)) return undefined;
  const first = sections[0]?.stretch.lines?.[0];
  const { file } = manuscript;
  const stretch: Stretch = first === undefined ? { file } : { file, lines: [1, first - 1] };
  return { title, type: 'subcategory', stretch, children: [] };
}

/** 供稿 and 单位 are printed where the manuscript ends, and written where it begins. */
function bylineOf({ file, contributor, department }: Manuscript): Stretch[] {
  return [contributor, department].flatMap((field): Stretch[] => {
    const line = field?.position.start.line;
    return line === undefined ? [] : [{ file, lines: [line, line] }];
  });
}

function manuscriptTarget(part: Part, manuscript: Manuscript): Target {
  const { file } = manuscript;
  const base = basename(file, '.md');
  const plain = plainName(manuscript);
  const title = titleOf(manuscript);
  const number = /^(\d+)-/u.exec(base)?.[1];
  const names = [base, `${base}.md`, plain, ...(title ? [title] : [])];
  const inPart = [...names, ...(number ? [number] : [])];
  const keys = [...names, ...namesOfPart(part).flatMap((folder) => inPart.map((name) => `${folder}/${name}`))];
  return { kind: '稿件', name: file, words: `${part.title}·${plain}`, keys: keysOf(keys), stretches: [{ file }] };
}

/** 条目, and what is headed in other 体裁: chapters, months, systems and units of a roster. */
function sectionTargets(part: Part): Target[] {
  return part.children.flatMap((manuscript) => {
    // What has a title of its own is called by it; a 分目 of the front matter is no longer asked for here.
    const above = titleOf(manuscript) ?? manuscript.subcategory?.value;
    const sections = sectionsOf(manuscript);
    const outer = sections.filter(({ type }) => type !== 'subcategory');
    return [
      ...outer.map((section) => sectionTarget(part, above ? [above] : [], section)),
      ...sections.flatMap((section) => section.children.map((child) => sectionTarget(part, [section.title], child))),
    ];
  });
}

function sectionTarget(part: Part, above: string[], { title, type, stretch }: Section): Target {
  const path = [...above, title];
  const names = [title, path.join('/')];
  const inPart = namesOfPart(part).flatMap((folder) => names.map((name) => `${folder}/${name}`));
  return {
    kind: type === 'entry' ? '条目' : '标题',
    name: [part.title, ...path].join('/'),
    words: [part.title, ...path].join('·'),
    keys: keysOf([...names, ...inPart]),
    stretches: [stretch],
  };
}

/** What stands twice under one name is one target: a 分目 in several manuscripts. */
function joined(targets: Target[]): Target[] {
  const byName = new Map<string, Target>();
  for (const target of targets) {
    const known = byName.get(`${target.kind} ${target.name}`);
    if (known) known.stretches.push(...target.stretches);
    else byName.set(`${target.kind} ${target.name}`, target);
  }
  return [...byName.values()];
}

/** The headings of a manuscript; a node knows only the lines of its heading, so each goes on to the next. */
function sectionsOf(manuscript: Manuscript): Section[] {
  const { file, children, title } = manuscript;
  const sections = sectionsIn(file, children, manuscript.position.end.line);
  const only = sections.length === 1 ? sections[0] : undefined;
  // A 分目 that fills its manuscript takes its front matter too, where the byline is written.
  if (only?.type === 'subcategory' && children.length === 1 && !title) only.stretch = { file };
  return sections;
}

function sectionsIn(file: string, nodes: readonly Placed[], end: number): Section[] {
  return nodes.flatMap((node, index) => {
    if (!('title' in node) || !('children' in node)) return [];
    const last = (nodes[index + 1]?.position.start.line ?? end + 1) - 1;
    return [
      {
        title: phrasingText(node.title).replace(/\s+/gu, ' ').trim(),
        type: node.type,
        stretch: { file, lines: [node.position.start.line, last] },
        children: sectionsIn(file, node.children, last),
      },
    ];
  });
}

function titleOf({ title }: Manuscript): string | undefined {
  return title?.value.trim();
}

/** 03-水利.md is 水利. */
function plainName({ file }: Manuscript): string {
  return basename(file, '.md').replace(/^\d+-/u, '');
}

function keysOf(names: readonly string[]): string[] {
  return [...new Set(names.map(nameKey))];
}
