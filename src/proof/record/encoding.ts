/**
 * A proof record as it is written: JSON whose first line holds all that tells one record from another, so that a folder
 * of them is looked through without reading the pages. Lines and passages are lists instead of objects, and files,
 * paths and addresses are not repeated, which makes a record less than half as long:
 *
 *     {"format":1,"volume":{…},"scope":"农业",…,"folios":["71","72"],"manuscripts":{…},
 *     "findings":[…],
 *     "files":["13-农业/01-农业农村.md"],
 *     "paths":[["农业","农业农村"]],
 *     "pages":[…],
 *     "passages":[…]}
 */
import type {
  Finding,
  Passage,
  PassageKind,
  ProofColumn,
  ProofLine,
  ProofPage,
  ProofPhoto,
  ProofRecord,
  Round,
  SourcePlace,
} from '../model.js';
import { RECORD_FORMAT } from '../model.js';
import { arrayOf, type Json, numberOf, objectOf, textOf } from './json-values.js';

/** What tells one record from another. */
export type RecordHead = Omit<ProofRecord, 'pages' | 'passages'> & {
  /** Of its pages, in their order. */
  folios: string[];
};

/** A record of another shape than this program writes. */
export class OtherFormat extends Error {
  constructor(readonly format: unknown) {
    super(`format ${String(format)}`);
  }
}

const ROUNDS: readonly unknown[] = [1, 2, 3];
const KINDS: readonly PassageKind[] = [
  'title',
  'heading',
  'paragraph',
  'item',
  'cell',
  'caption',
  'byline',
  'other',
  'picture',
];

/** The text of the file. */
export function encodeRecord({ pages, passages, ...head }: ProofRecord, findings: readonly Finding[]): string {
  const files = table<string>((file) => file);
  const paths = table<string[]>((path) => path.join('\u0000'));
  const { manuscripts, ...names } = head;
  const first = JSON.stringify({ ...names, folios: pages.map(({ folio }) => folio), manuscripts });
  const encodedPages = pages.map((page) => JSON.stringify(encodePage(page, files.at)));
  const encodedPassages = passages.map((passage) =>
    JSON.stringify([
      KINDS.indexOf(passage.kind),
      files.at(passage.file),
      passage.line,
      passage.column,
      passage.text,
      paths.at(passage.path),
      passage.lines.flat(),
    ]),
  );
  const list = (values: readonly string[]): string => (values.length === 0 ? '[]' : `[\n${values.join(',\n')}\n]`);
  return [
    `${first.slice(0, -1)},`,
    `"findings":${list(findings.map((each) => JSON.stringify(each)))},`,
    `"files":${JSON.stringify(files.values)},`,
    `"paths":${JSON.stringify(paths.values)},`,
    `"pages":${list(encodedPages)},`,
    `"passages":${list(encodedPassages)}}\n`,
  ].join('\n');
}

function table<T>(keyOf: (value: T) => string): { values: T[]; at(value: T): number } {
  const places = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    at(value) {
      const key = keyOf(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

function encodePage({ area, columns, photos, ...page }: ProofPage, fileAt: (file: string) => number): unknown {
  const encodeLine = ({ line, x, y, end, text, source }: ProofLine): unknown[] => [
    line,
    x,
    y,
    end,
    text,
    ...(source ? [fileAt(source.file), source.line, source.column] : []),
  ];
  return {
    ...page,
    area: [area.left, area.top, area.right, area.bottom],
    columns: columns.map(({ letter, left, right, lines }) => [letter, left, right, lines.map(encodeLine)]),
    photos: photos.map(({ file, left, top, right, bottom, ppi }) => [file, left, top, right, bottom, ppi]),
  };
}

/** Reads the first line of a record. Throws {@link OtherFormat}, or another error where it is damaged. */
export function decodeHead(line: string): RecordHead {
  return headOf(objectOf(JSON.parse(`${line.replace(/,\s*$/u, '')}}`)));
}

/** Reads a whole record. Throws {@link OtherFormat}, or another error where it is damaged. */
export function decodeRecord(text: string): { record: ProofRecord; findings: Finding[] } {
  const json = objectOf(JSON.parse(text));
  const { folios: _, ...head } = headOf(json);
  const files = arrayOf(json.files).map(textOf);
  const paths = arrayOf(json.paths).map((path) => arrayOf(path).map(textOf));
  const pages = arrayOf(json.pages).map((page) => decodePage(objectOf(page), files));
  const passages = arrayOf(json.passages).map((passage) => decodePassage(arrayOf(passage), files, paths));
  return { record: { ...head, pages, passages }, findings: arrayOf(json.findings).map(decodeFinding) };
}

function headOf(json: Json): RecordHead {
  if (json.format !== RECORD_FORMAT) throw new OtherFormat(json.format);
  const volume = objectOf(json.volume);
  if (!ROUNDS.includes(json.round)) throw new TypeError('round');
  return {
    format: RECORD_FORMAT,
    volume: { title: textOf(volume.title), number: textOf(volume.number) },
    scope: textOf(json.scope),
    flows: arrayOf(json.flows)
      .map(objectOf)
      .map(({ id, title }) => ({ id: textOf(id), title: textOf(title) })),
    round: json.round as Round,
    made: textOf(json.made),
    revision: textOf(json.revision),
    ...(json.provisional === undefined ? {} : { provisional: textOf(json.provisional) }),
    folios: arrayOf(json.folios).map(textOf),
    manuscripts: Object.fromEntries(
      Object.entries(objectOf(json.manuscripts)).map(([file, digest]) => [file, textOf(digest)]),
    ),
  };
}

function decodePage(json: Json, files: readonly string[]): ProofPage {
  const folio = textOf(json.folio);
  const [left, top, right, bottom] = fourOf(json.area);
  if (json.side !== 'left' && json.side !== 'right') throw new TypeError('side');
  return {
    sheet: numberOf(json.sheet),
    folio,
    side: json.side,
    flow: textOf(json.flow),
    title: textOf(json.title),
    area: { left, top, right, bottom },
    columns: arrayOf(json.columns).map((column) => decodeColumn(arrayOf(column), folio, files)),
    photos: arrayOf(json.photos).map((photo) => decodePhoto(arrayOf(photo))),
  };
}

function decodeColumn([name, left, right, lines]: unknown[], folio: string, files: readonly string[]): ProofColumn {
  const letter = textOf(name);
  return {
    letter,
    left: numberOf(left),
    right: numberOf(right),
    lines: arrayOf(lines).map((each): ProofLine => {
      const [line, x, y, end, text, file, sourceLine, sourceColumn] = arrayOf(each);
      return {
        address: `${folio}${letter}${numberOf(line)}`,
        line: numberOf(line),
        x: numberOf(x),
        y: numberOf(y),
        end: numberOf(end),
        text: textOf(text),
        ...(file === undefined ? {} : { source: placeOf(files, file, sourceLine, sourceColumn) }),
      };
    }),
  };
}

function decodePhoto([file, left, top, right, bottom, ppi]: unknown[]): ProofPhoto {
  return {
    file: textOf(file),
    left: numberOf(left),
    top: numberOf(top),
    right: numberOf(right),
    bottom: numberOf(bottom),
    ppi: numberOf(ppi),
  };
}

function decodePassage(
  [kind, file, line, column, text, path, lines]: unknown[],
  files: readonly string[],
  paths: readonly string[][],
): Passage {
  const name = KINDS[numberOf(kind)];
  const titles = paths[numberOf(path)];
  if (name === undefined || titles === undefined) throw new TypeError('passage');
  const ends = arrayOf(lines);
  const pairs: Passage['lines'] = [];
  for (let i = 0; i < ends.length; i += 2) pairs.push([numberOf(ends[i]), textOf(ends[i + 1])]);
  return { ...placeOf(files, file, line, column), kind: name, text: textOf(text), path: titles, lines: pairs };
}

function placeOf(files: readonly string[], file: unknown, line: unknown, column: unknown): SourcePlace {
  return { file: textOf(files[numberOf(file)]), line: numberOf(line), column: numberOf(column) };
}

function decodeFinding(value: unknown): Finding {
  const json = objectOf(value);
  for (const key of ['number', 'severity', 'rule', 'author', 'reason', 'text']) textOf(json[key]);
  return json as unknown as Finding;
}

function fourOf(value: unknown): [number, number, number, number] {
  const [one, two, three, four] = arrayOf(value).map(numberOf);
  return [numberOf(one), numberOf(two), numberOf(three), numberOf(four)];
}
