/**
 * Bonds: what may not be parted at a line end. An own judgement of numbers, signs and words, made from the printed
 * text alone and not from what the line composer was told.
 */

export type Bond = 'number' | 'range' | 'unit' | 'ordinal' | 'date' | 'document-number' | 'sign' | 'latin';

/** Measures and counting words that follow a number without a space. */
const UNITS =
  '年月日号时分秒点亿万千百十元角个名人位户件项次届期家所处套台辆架艘只头匹条根株棵亩顷公平立方米里尺寸吨克斤升毫厘度倍成折层栋幢座间张页册卷本部篇章节则场起宗例种类批组班排级线站村镇乡县岁天周旬季轮笔份封把支枝颗粒块片幅面对双伏瓦卡段路员';

/** [bond, what the line ends with, what the next line begins with]; the first that fits is told. */
const BONDS: [Bond, RegExp, RegExp][] = [
  ['number', /\d$/u, /^(?:\d|[.,:：∶]\d)/u],
  ['number', /\d[.,:：∶]$/u, /^\d/u],
  ['range', /(?:[\d%％‰℃°]|\d.{1,2})[～~—–－-]$/u, /^[\d一二三四五六七八九十]/u],
  ['ordinal', /第$/u, /^\d/u],
  ['document-number', /[〕\]）)]$/u, /^\d+号/u],
  ['sign', /[＋+±≤≥＜＞≈￥¥$＄№×÷]$/u, /^\d/u],
  ['sign', /(?:^|[^\dA-Za-z])[-－−]$/u, /^\d/u],
  ['date', /\d月$/u, /^\d+日/u],
  ['unit', /\d$/u, new RegExp(`^[${UNITS}]`, 'u')],
  ['unit', /\d[十百千万亿]{1,2}$/u, new RegExp(`^[${UNITS}]`, 'u')],
  ['latin', /[A-Za-z]$/u, /^[A-Za-z\d]/u],
  ['latin', /\d$/u, /^[A-Za-z]/u],
];

/** Every bond has a digit or a letter near it; most line ends have none. */
const NUMBER_OR_WORD = /[\dA-Za-z]/u;

/** How many characters round a line end are looked at. */
export const REACH = 4;

/** The bond between the end of one line and the beginning of the next. */
export function bondBetween(before: string, after: string): Bond | undefined {
  if (!NUMBER_OR_WORD.test(before) && !NUMBER_OR_WORD.test(after)) return undefined;
  return BONDS.find(([, end, start]) => end.test(before) && start.test(after))?.[0];
}

/** 多 and 余 behind a number, units of several characters, 零下 before one, dates in numerals, codes with hyphens. */
const TIES: [RegExp, RegExp][] = [
  [/\d[十百千万亿]*$/u, new RegExp(`^[多余]?[${UNITS}微比分]`, 'u')],
  [/\d[十百千万亿]*[多余][十百千万亿]*$/u, new RegExp(`^[${UNITS}]`, 'u')],
  [new RegExp(`\\d[多余]?[${UNITS}微/]{1,3}$`, 'u'), new RegExp(`^[${UNITS}/]`, 'u')],
  [/^零$|[^〇一二三四五六七八九十]零$/u, /^下\d/u],
  [/零下$/u, /^\d/u],
  [/[〇一二三四五六七八九十百千万分之]$/u, /^[〇一二三四五六七八九十百千万分之月日]/u],
  [/[A-Za-z\d]$/u, /^[-+/&@][A-Za-z\d]/u],
  [/[A-Za-z\d][-+/&@]$/u, /^[A-Za-z\d]/u],
  [/\d[～~—–－∶:°′″]+$/u, /^\d/u],
];

/** Whether what a line begins with is one run up to here: what a bond holds, and what a careful hand does not part. */
export function hangTogether(before: string, after: string): boolean {
  return bondBetween(before, after) !== undefined || TIES.some(([end, start]) => end.test(before) && start.test(after));
}
