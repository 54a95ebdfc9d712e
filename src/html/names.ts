/** Names (姓名) as lists print them: a name of two characters is set as wide as one of three. */
import { COMMON_SURNAMES, RARE_SURNAMES } from '../compose/surnames.js';

const HAN_OF_TWO = /^\p{Script=Han}{2}$/u;

/** Sets a word of two characters as wide as one of three: 李强 → 李　强, 主任 → 主　任. */
export function padName(name: string): string {
  if (!HAN_OF_TWO.test(name)) return name;
  const [first, last] = [...name];
  return `${first}\u3000${last}`;
}

const NAME_SEPARATOR = /([、，,；;\s]+)/u;

/** Pads the names of a field in which departments may stand too (供稿, 作者): 李强、妇联 → 李　强、妇联. */
export function padNames(field: string): string {
  return field
    .split(NAME_SEPARATOR)
    .map((word) => (isPerson(word) ? padName(word) : word))
    .join('');
}

/** Whether two characters are rather the name of a person than of an office. Both may begin with a surname: 党办, 武装. */
function isPerson(word: string): boolean {
  const [first, last] = [...word];
  if (!first || !last || !SURNAMES.has(first)) return false;
  return !OFFICE_ENDINGS.has(last) && !OFFICES.has(word);
}

const SURNAMES = new Set(COMMON_SURNAMES + RARE_SURNAMES);

/** What the short name of an office ends in: 党办, 文联, 公安局. */
const OFFICE_ENDINGS = new Set('办局委会院科室处站所队校部厅社联协馆台署司库厂镇乡村县区市街网行团'.match(/./gu) ?? []);

/** Short names of offices that begin like a person's. */
const OFFICES = new Set(
  '应急 武装 卫生 卫健 金融 林业 林草 农业 农牧 农机 水利 水务 文化 文体 文旅 文广 文物 民政 财政 国土 国资 国税 公安 安监 司法 宣传 商务 计生 路政 审计 统计 信访 纪检 经信 监察 气象 温泉 党史 党建 史志 方志 邮政 电信 交通 石油 华能 华电'.split(
    ' ',
  ),
);
