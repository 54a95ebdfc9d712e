/** Personal names, as far as a text shows them: padded (李　强), parted by dots, or alone between marks. */
import { GLUED, raise, UNLOVED } from './cost.js';

/** The hundred-odd commonest surnames; those of two characters first. */
const SURNAMES =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝]';

/** A word of single characters parted by spaces, as the whole text (目　录) or as a padded name of two. */
const LETTERSPACED = /^\p{Script=Han}(?:[ \u3000]+\p{Script=Han})+$/u;
const PADDED = /(?<!\p{Script=Han})\p{Script=Han}\u3000{1,2}\p{Script=Han}(?!\p{Script=Han})/gu;
/** 买买提·艾力 */
const DOTTED = /(?<=\p{Script=Han})[·・‧•](?=\p{Script=Han})/gu;
/** Two or three characters, beginning with a surname, alone between marks or spaces. */
const LISTED = new RegExp(
  `(?<=^|[、，。；：（〔 \u3000])(?:${SURNAMES})\\p{Script=Han}{1,2}(?=$|[、，。；（）〕 \u3000])`,
  'gu',
);
/** A remark of one character leans on what it is said of: 李强（女）. */
const SHORT_REMARK = /(?<=.)[（(].[）)]/gu;
/** A note number leans on the word before it. */
const NOTE_NUMBER = /(?<=.)[［[]\d{1,3}[\]］](?!\d)/gu;

/** Raises the cost of dividing names and of parting short remarks from them. */
export function raiseNames(text: string, costs: Uint8Array): void {
  if (LETTERSPACED.test(text)) raise(costs, 1, text.length - 1, GLUED);
  for (const { index, 0: name } of text.matchAll(PADDED)) raise(costs, index + 1, index + name.length - 1, GLUED);
  for (const { index } of text.matchAll(DOTTED)) raise(costs, index + 1, index + 1, GLUED);
  for (const { index, 0: name } of text.matchAll(LISTED)) raise(costs, index + 1, index + name.length - 1, UNLOVED);
  for (const { index } of text.matchAll(SHORT_REMARK)) raise(costs, index, index, UNLOVED);
  for (const { index } of text.matchAll(NOTE_NUMBER)) raise(costs, index, index, GLUED);
}
