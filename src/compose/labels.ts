/** Labels of items stay with the first character of their item: 一、 （一） 1. ① 第三条　 △. */
import { GLUED, raise, UNLOVED } from './cost.js';
import { forEachMatch } from './matches.js';

const NUMERALS = '〇零一二三四五六七八九十百';
const BRACKETED = `[（(][${NUMERALS}0-9]{1,4}[）)]`;
const CIRCLED = '[\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]';

const AT_START = new RegExp(
  `^[ \u3000]*(?:${BRACKETED}|[${NUMERALS}]{1,4}[、.．]|[0-9]{1,3}[.．、)）](?![0-9])|${CIRCLED}|[A-Za-z][.．、)）](?![A-Za-z])|第[${NUMERALS}0-9]+[编章节条款项][ \u3000]|[△▲○●□■◇◆☆★※•·])[ \u3000]*`,
);
/** In running text a label stands after a stop. */
const AFTER_STOP = new RegExp(`(?<=[。；：，])(?:${BRACKETED}|[${NUMERALS}]{1,3}、|[0-9]{1,2}[.．](?![0-9]))`, 'g');
const ANY_CIRCLED = new RegExp(CIRCLED, 'g');
/** 一是, 二是 of a list in a sentence. */
const LISTING = /(?<=[。；：，])[一二三四五六七八九十](?:是|要)/g;

/** Raises the cost of parting a label from its item. */
export function raiseLabels(text: string, costs: Uint8Array): void {
  const start = AT_START.exec(text)?.[0].length ?? 0;
  raise(costs, 1, start, GLUED);
  for (const pattern of [AFTER_STOP, ANY_CIRCLED]) {
    forEachMatch(pattern, text, ({ index, 0: label }) => raise(costs, index + 1, index + label.length, GLUED));
  }
  forEachMatch(LISTING, text, ({ index }) => raise(costs, index + 1, index + 1, UNLOVED));
}
