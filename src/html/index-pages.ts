/** 索引 and 人名索引: the note, then letter groups in columns, each heading with the folios it points to. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { indexColumns, type Measures } from '../design/measures.js';
import type { CompiledIndex } from '../subject-index/compile.js';
import { locateIndex, type Passage } from '../subject-index/locate.js';
import type { Heading, LetterGroup, LocatedGroup, Occurrence } from '../subject-index/model.js';
import type { IndexSettings } from '../tree/index-settings.js';
import type { Run } from '../tree/tree-text.js';
import { type Flow, ownRun } from './flow.js';
import { lettersTitle } from './index-letters.js';
import { type IndexLineStyle, renderHeading } from './index-line.js';
import { personNote, subjectNote } from './index-note.js';
import { renderOpener } from './opener.js';

interface IndexPages {
  id: string;
  title: string;
  groups: LocatedGroup[];
  note: string[];
  columns: number;
  style: IndexLineStyle;
}

/** Names are short: they stand in one column more, of at least so many characters. */
const PERSONS_MEASURE = 9;
const MOST_COLUMNS = 4;

/** The indexes of a book as flows of the body, those that have headings; `find` gives the place of a passage. */
export function indexFlows(
  { subjects, persons }: Pick<CompiledIndex, 'subjects' | 'persons'>,
  find: (occurrence: Occurrence) => Passage,
  settings: IndexSettings,
  measures: Measures,
): Flow[] {
  const dotted = settings.leader === '点线';
  const bodyColumns = measures.area.columns;
  const columns = indexColumns(settings.columns, measures);
  const indexes: IndexPages[] = [
    {
      id: 'index',
      title: '索引',
      groups: locateIndex(subjects, find, settings),
      note: subjectNote(subjects, settings, bodyColumns),
      columns,
      style: { dotted, persons: false },
    },
    {
      id: 'index-persons',
      title: '人名索引',
      groups: locateIndex(persons, find, settings),
      note: personNote(persons, settings, bodyColumns),
      columns: indexColumns(Math.min(MOST_COLUMNS, columns + 1), measures, PERSONS_MEASURE),
      style: { dotted, persons: true },
    },
  ];
  return indexes.filter(({ groups }) => groups.length > 0).map(indexFlow);
}

function indexFlow({ id, title, groups, note, columns, style }: IndexPages): Flow {
  const runs: Run[] = [ownRun(title), ...note.map(ownRun)];
  const letters = groups.map((group): Element => {
    const words = lettersTitle(group);
    runs.push(ownRun(words));
    return h('section', { className: ['letter'], dataLetter: words }, [
      h('h2', words),
      ...group.headings.flatMap((heading) => renderHeading(heading, style, runs)),
    ]);
  });
  const tree = h('section', { className: ['part', 'index'], lang: 'zh-CN', style: `--index-columns: ${columns}` }, [
    renderOpener({ id, title }),
    h(
      'div',
      { className: ['note'] },
      note.map((each) => h('p', each)),
    ),
    h('div', { className: ['columns'] }, letters),
  ]);
  return { id, title, pageStyle: 'index', numbering: 'decimal', start: '另页', html: toHtml(tree), runs };
}

/** All that the indexes print besides locators, and the characters of those: the fonts must have them. */
export function indexWords(
  { subjects, persons }: Pick<CompiledIndex, 'subjects' | 'persons'>,
  settings: IndexSettings,
  measures: Measures,
): string {
  const { columns } = measures.area;
  const headingWords = ({ term, see, seeAlso, subheadings }: Heading): string[] => [
    term,
    ...see,
    ...seeAlso,
    ...subheadings.flatMap(headingWords),
  ];
  const groupWords = (group: LetterGroup): string[] => [lettersTitle(group), ...group.headings.flatMap(headingWords)];
  return [
    ...subjectNote(subjects, settings, columns),
    ...personNote(persons, settings, columns),
    ...[...subjects, ...persons].flatMap(groupWords),
  ].join('');
}
