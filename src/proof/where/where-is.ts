/**
 * Where is it (行址和稿件互查): from an address to the place in the manuscripts, and from a line of a manuscript to the
 * lines on which it is printed. Proofs and the last book are asked in turn, the newest first; what a book of the other
 * kind says is told too where it says something else, because nobody knows which paper lies on the desk.
 */
import type { AddressBook, BookName, ClosedBook } from './address-book.js';
import { answerAddress, type LineAnswer, missOf } from './from-address.js';
import { type AskedSource, answerSource, type SpanAnswer } from './from-source.js';
import type { ManuscriptsNow } from './manuscripts.js';
import { matchingFiles, type Question } from './question.js';

export type WhereAnswer =
  | { kind: 'line'; answers: LineAnswer[] }
  | { kind: 'spans'; file: string; answers: SpanAnswer[] }
  /** It stands nowhere: the place is none, or no proof has it. In Chinese: why, and what there is. */
  | { kind: 'nowhere'; problem: string }
  /** The question names a file that is not in the volume, or that several may be. */
  | { kind: 'unclear'; problem: string };

/** @param books the newest first */
export function whereIs(books: readonly ClosedBook[], question: Question, now: ManuscriptsNow): WhereAnswer {
  if (books.length === 0) {
    return { kind: 'nowhere', problem: '这一卷还没有出过校样，也没有排过书。先用 nianjian build 排一次' };
  }
  if (question.kind === 'address') {
    const holding = books.filter(({ folios }) => folios.includes(question.folio));
    const answers = firstOfEachKind(holding, (book) => answerAddress(book, question, now), sameLine);
    if (answers.length > 0) return { kind: 'line', answers };
    return { kind: 'nowhere', problem: missOf(books, holding, question) };
  }
  const known = [...new Set([...now.files, ...Object.keys(books[0]?.open()?.manuscripts ?? {})])];
  const [file, ...more] = matchingFiles(question.file, known);
  if (!file)
    return { kind: 'unclear', problem: `卷里没有“${question.file}”这个稿件。${nearbyFiles(question.file, known)}` };
  if (more.length > 0) {
    const all = [file, ...more].slice(0, SHOWN).join('、');
    return { kind: 'unclear', problem: `叫“${question.file}”的稿件有${more.length + 1}个，请写上文件夹：${all}` };
  }
  const asked = { ...question, file };
  const answers = firstOfEachKind(books, (book) => answerSource(book, asked, now), sameSpans);
  if (answers.length > 0) return { kind: 'spans', file, answers };
  return { kind: 'nowhere', problem: unprinted(asked, now) };
}

const SHOWN = 8;

/** The newest answer, and the newest of the other kind of book where it is another. */
function firstOfEachKind<T extends { book: BookName }>(
  books: readonly ClosedBook[],
  ask: (book: AddressBook) => T | undefined,
  same: (one: T, other: T) => boolean,
): T[] {
  const answers: T[] = [];
  for (const closed of books) {
    if (answers.some(({ book }) => book.kind === closed.kind)) continue;
    const book = closed.open();
    const answer = book && ask(book);
    if (answer) answers.push(answer);
  }
  const [first, second] = answers;
  return first && second && same(first, second) ? [first] : answers;
}

function sameLine(one: LineAnswer, other: LineAnswer): boolean {
  const place = ({ places }: LineAnswer): string => JSON.stringify(places.map(({ source, text }) => [source, text]));
  return place(one) === place(other);
}

function sameSpans(one: SpanAnswer, other: SpanAnswer): boolean {
  return JSON.stringify(one.spans) === JSON.stringify(other.spans);
}

function nearbyFiles(typed: string, files: readonly string[]): string {
  const name = typed.split('/').at(-1)?.replace(/\.md$/u, '') ?? '';
  const like = name === '' ? [] : files.filter((file) => file.includes(name)).slice(0, SHOWN);
  return like.length > 0 ? `是不是：${like.join('、')}` : '写成“文件夹/文件名.md:行号”，例如 13-农业/01-农业农村.md:9';
}

function unprinted({ file, line }: AskedSource, now: ManuscriptsNow): string {
  const text = now.read(file)?.text;
  const lines = text?.replace(/\r?\n$/u, '').split('\n');
  if (!lines) return `现在没有“${file}”这个稿件，校样和书里也没有它的第${line}行`;
  if (line > lines.length) return `“${file}”只有${lines.length}行，没有第${line}行`;
  const row = lines[line - 1]?.trim();
  if (row === '') return `“${file}”第${line}行是空行，不印出来`;
  return `“${file}”第${line}行没有印在哪一行上：校样和书里没有这些文字（文件头里的设置不印；新写的要重新出一次校样）`;
}
