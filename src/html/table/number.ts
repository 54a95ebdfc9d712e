/** Numbers in table cells: which cells hold one, and where the place is at which a column lines them up. */

const NUMBER = /^[-+−—–±＋－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?)?[%％‰]?$/u;
/** Stands for a number that there is not: nothing, `—`, `…`, `/`. */
const NO_NUMBER = /^(?:[-—–－…/／*＊]|——|……|\.{3}|无|空缺)?$/u;

export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Whether a cell may stand in a column of numbers without making it a column of words. */
export function isNoNumber(text: string): boolean {
  return NO_NUMBER.test(text);
}

/** How many characters stand before the place where the numbers of a column meet: the point, or the end of the whole. */
export function pointOf(text: string): number {
  // In a ratio (15.8∶1) the sign is what the eye follows down the column.
  const ratio = /[:：∶]/u.exec(text);
  if (ratio) return ratio.index;
  return /^[^.%％‰]*/u.exec(text)?.[0].length ?? text.length;
}
