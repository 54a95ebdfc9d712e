/** 校次: what the rounds of proofs are called, and how they are typed. */
import type { Round } from './model.js';

export const ROUND_NAMES: Record<Round, string> = { 1: '一校', 2: '二校', 3: '三校' };

const TYPED = /^第?([123一二三初])(校|次)?样?$/u;
const SIGNS: Record<string, Round> = { 1: 1, 2: 2, 3: 3, 一: 1, 二: 2, 三: 3, 初: 1 };

/** Reads 1, 一, 一校, 第2校, 初校; nothing where it is no round. */
export function parseRound(text: string): Round | undefined {
  const sign = TYPED.exec(text.normalize('NFKC').replace(/\s+/gu, ''))?.[1];
  return sign === undefined ? undefined : SIGNS[sign];
}
