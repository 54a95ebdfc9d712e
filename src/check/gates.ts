/** What the gates of a build say: a text lost on the way to the page, a page that says something else, a missing glyph. */
import type { Message } from '../tree/message.js';

/** A difference between the tree and the pages, as the conservation gate finds it. */
interface Breach {
  kind: 'lost' | 'added' | 'changed';
  expected: string;
  found: string;
  file: string;
  line: number;
  column: number;
}

interface Fault {
  kind: 'clipped' | 'hidden' | 'drift';
  page: number;
  text: string;
}

const REMEDY =
  '这是排版程序的毛病，不是稿件的错；书没有输出，原来的 PDF 没有动。请把这一行附近的稿件连同本信息交给维护者。';

/** Messages for text that the pages of `flow` lost, doubled or changed. */
export function conservationMessages(flow: string, breaches: Breach[]): Message[] {
  return breaches.map((breach) => ({
    severity: 'error',
    rule: `conservation-${breach.kind}`,
    file: breach.file || flow,
    ...(breach.line > 0 ? { line: breach.line, column: breach.column } : {}),
    reason: breachReason(flow, breach),
    remedy: REMEDY,
  }));
}

function breachReason(flow: string, { kind, expected, found }: Breach): string {
  if (kind === 'lost') return `“${flow}”排版后少了文字：“${snippet(expected)}”`;
  if (kind === 'added') return `“${flow}”排版后多了文字：“${snippet(found)}”`;
  return `“${flow}”排版后文字变了：稿件是“${snippet(expected)}”，版面上是“${snippet(found)}”`;
}

const FIGURE_REASONS = {
  lost: '图片没有排到版面上',
  added: '图片在版面上多出来了',
  photos: '一组图片在版面上张数不对',
  early: '图片排到了提到它的文字前面',
  order: '图片在版面上的次序不对',
};

/** Messages for figures of `flow` that its pages lost, doubled or put in the wrong place. */
export function figureMessages(
  flow: string,
  faults: { kind: keyof typeof FIGURE_REASONS; figure?: { file: string; line: number; column: number } }[],
): Message[] {
  return faults.map(({ kind, figure }) => ({
    severity: 'error',
    rule: `conservation-figure-${kind}`,
    file: figure?.file ?? flow,
    ...(figure && { line: figure.line, column: figure.column }),
    reason: `“${flow}”：${FIGURE_REASONS[kind]}`,
    remedy: REMEDY,
  }));
}

const FAULT_REASONS: Record<Fault['kind'], string> = {
  clipped: '文字或图片伸出了版心，印出来会被切掉',
  hidden: '文字在版面上看不见',
  drift: '版面的行与排版时量得的不一致',
};

/** Messages for ink that the pages of `flow` would not show as measured. */
export function faultMessages(flow: string, faults: Fault[]): Message[] {
  return faults.map(({ kind, page, text }) => ({
    severity: 'error',
    rule: `page-${kind}`,
    file: flow,
    reason: `“${flow}”第 ${page + 1} 面：${FAULT_REASONS[kind]}：“${text}”`,
    remedy:
      kind === 'clipped' ? '看这里有没有很长的不能断开的字符串（如网址、编号）或太大的图片，把它拆短、改小。' : REMEDY,
  }));
}

/** A table row that no page can hold. */
export function unbreakableRow(flow: string, text: string, place: Pick<Message, 'file' | 'line' | 'column'>): Message {
  return {
    severity: 'error',
    rule: 'table-row-too-tall',
    ...place,
    reason: `“${flow}”里有一行表格比一整面还高：“${snippet(text)}”`,
    remedy: '请把这一行拆成几行，或把长文字移到表外的段落里。',
  };
}

/** Pages whose text in the PDF is not what was set. */
export function pdfMessages(breaches: { page: number; expected: string; found: string }[]): Message[] {
  return breaches.slice(0, 20).map(({ page, expected, found }) => ({
    severity: 'error',
    rule: 'pdf-text',
    file: 'book.pdf',
    reason: `PDF 第 ${page + 1} 页的文字与排好的版面不同：应为“${expected}”，PDF 里是“${found}”`,
    remedy: REMEDY,
  }));
}

/** Locators of the index that lead to a page on which the passage does not stand, or passages without a locator. */
export function locatorMessages(faults: { file: string; line: number; column: number; what: string }[]): Message[] {
  return faults.slice(0, MOST_FAULTS).map(({ file, line, column, what }) => ({
    severity: 'error',
    rule: 'index-locator-wrong',
    file,
    line,
    column,
    reason: `索引核对不符：${what}`,
    remedy: LOCATOR_REMEDY,
  }));
}

const MOST_FAULTS = 20;
const LOCATOR_REMEDY =
  '这是排版程序的毛病，不是稿件的错；索引和书都没有输出，原来的文件没有动。请把这一处稿件连同本信息交给维护者。';

/** Fonts that the press cannot take. */
export function fontMessages(fonts: { name: string; type3: boolean; embedded: boolean }[]): Message[] {
  return fonts
    .filter((font) => font.type3 || !font.embedded)
    .map((font) => ({
      severity: 'error',
      rule: 'pdf-font',
      file: 'book.pdf',
      reason: font.type3 ? `PDF 里有 Type 3 字体“${font.name}”，印刷厂不收` : `PDF 里的字体“${font.name}”没有嵌入`,
      remedy: REMEDY,
    }));
}

/** Characters that no font of the book has. */
export function glyphMessages(
  missing: { character: string; codePoint: string; file: string; line: number; column: number; families: string[] }[],
  role: (family: string) => string,
): Message[] {
  return missing.map(({ character, codePoint, file, line, column, families }) => ({
    severity: 'error',
    rule: 'glyph-missing',
    file: file || 'book.yaml',
    ...(line > 0 ? { line, column } : {}),
    reason: `字体里没有“${character}”（${codePoint}）这个字，找过${families.map(role).join('、')}`,
    remedy: '请核对这个字是否打错；确要用它，请用规范字代替，或请维护者给宋体补字。',
  }));
}

function snippet(text: string): string {
  // By characters: half of a surrogate pair is none.
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}
