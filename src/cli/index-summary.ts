/** What `nianjian index` tells: how much there is, what has changed, and which readings a person should look at. */
import type { IndexReport } from '../book/index-report.js';
import type { Changed, HeadingPath, IndexChanges, Moved } from '../subject-index/record/changes.js';
import { isUnchanged } from '../subject-index/record/changes.js';

export interface SummaryChoices {
  dryRun: boolean;
  /** All doubtful readings, not only the riskiest. */
  allReadings: boolean;
  /** How a file is called. */
  nameOf(file: string): string;
}

/** More lines of one kind than this are only counted. */
const MOST_LINES = 20;
const MOST_READINGS = 10;

export function formatIndexReport(report: IndexReport, choices: SummaryChoices): string {
  const { subjects, persons, index, files, lock } = report;
  const { changes, doubts } = index;
  const written = [...files, ...(lock === undefined ? [] : [lock])].map(choices.nameOf);
  const counts = ({ headings, subheadings, locators, letters }: IndexReport['subjects']): string =>
    `标引词 ${headings} 个${subheadings > 0 ? `，下级 ${subheadings} 个` : ''}，出处 ${locators} 处，分 ${letters} 组`;
  return [
    `索引　　${counts(subjects)}`,
    ...(persons.headings > 0 ? [`人名索引 ${counts(persons)}`] : []),
    ...formatChanges(changes),
    ...formatDoubts(doubts, choices.allReadings),
    ...formatDifferences(report.differences, choices.allReadings),
    choices.dryRun ? '试运行　没有写文件' : `文件　　${written.join('、')}`,
    '',
  ].join('\n');
}

/** The changes: how many of each kind, then each of them. */
export function formatChanges(changes: IndexChanges): string[] {
  if (changes.first) return ['变化　　这是第一次编索引，没有上次可比'];
  if (isUnchanged(changes)) return ['变化　　与上次相同'];
  const kinds = KINDS.map(({ name, lines }) => ({ name, lines: lines(changes) })).filter(
    ({ lines }) => lines.length > 0,
  );
  return [
    `变化　　${kinds.map(({ name, lines }) => `${name} ${lines.length}`).join('，')}`,
    ...kinds.flatMap(({ name, lines }) => [
      ...lines.slice(0, MOST_LINES).map((line) => `　　　　${name}　${line}`),
      ...(lines.length > MOST_LINES
        ? [`　　　　${name}　…另有 ${lines.length - MOST_LINES} 处，全部在 index.json`]
        : []),
    ]),
  ];
}

const changed = (list: readonly Changed[]): string[] =>
  list.map((each) => `${nameOfHeading(each)}：${each.from || '无'} → ${each.to || '无'}`);

const KINDS: { name: string; lines: (changes: IndexChanges) => string[] }[] = [
  { name: '新增', lines: (changes) => changes.new.map((each) => `${nameOfHeading(each)}　${each.locators}`) },
  { name: '删去', lines: (changes) => changes.gone.map((each) => `${nameOfHeading(each)}　${each.locators}`) },
  { name: '改名', lines: ({ renamed }) => renamed.map(({ from, to }) => `${from} → ${to}`) },
  { name: '移位', lines: ({ moved }) => moved.map(formatMoved) },
  { name: '页码', lines: ({ pages }) => changed(pages) },
  { name: '读音', lines: ({ readings }) => changed(readings) },
  { name: '见/参见', lines: ({ references }) => changed(references) },
];

function formatMoved({ after, ...path }: Moved): string {
  const place = (term: string): string => (term === '' ? '最前' : `“${term}”后`);
  return `${nameOfHeading(path)}：原在${place(after.from)}，现在${place(after.to)}`;
}

function nameOfHeading({ index, term, subheading }: HeadingPath): string {
  const own = subheading === undefined ? term : `${term}／${subheading}`;
  return index === 'persons' ? `${own}（人名）` : own;
}

/** What an update of the dictionary would move, if anybody asked for it. */
function formatDifferences(differences: IndexReport['differences'], all: boolean): string[] {
  if (differences.length === 0) return [];
  const shown = all ? differences : differences.slice(0, MOST_READINGS);
  return [
    `锁定　　${differences.length} 个词的字典读音与锁定的不同，仍按锁定的排（改用字典的加 --relock）`,
    ...shown.map(({ term, locked, today }) => `　　　　${term}　锁定 ${locked}　字典 ${today}`),
    ...(shown.length < differences.length
      ? [`　　　　…另有 ${differences.length - shown.length} 个，加 --readings 全部列出`]
      : []),
  ];
}

function formatDoubts(doubts: IndexReport['index']['doubts'], all: boolean): string[] {
  if (doubts.length === 0) return [];
  const shown = all ? doubts : doubts.slice(0, MOST_READINGS);
  return [
    `读音　　${doubts.length} 个词的读音是推断的，请核对（改在 读音.yaml）`,
    ...shown.map(({ term, reading, reason }) => `　　　　${term}　${reading}　${reason}`),
    ...(shown.length < doubts.length
      ? [`　　　　…另有 ${doubts.length - shown.length} 个，加 --readings 全部列出`]
      : []),
  ];
}
