/** Personal names, as far as a text shows them: padded (李　强), parted by dots, or alone between marks. */
import { GLUED, raise, UNLOVED } from './cost.js';
import { forEachMatch } from './matches.js';

/** The hundred-odd commonest surnames (a miss costs nothing but the care); those of two characters first. */
const SURNAMES =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝]';

/** A word of single characters parted by spaces, as the whole text (目　录) or as a padded name of two. */
const LETTERSPACED = /^[〇\u3400-\u9fff](?:[ \u3000]+[〇\u3400-\u9fff])+$/;
const PADDED = /(?<![〇\u3400-\u9fff])[〇\u3400-\u9fff]\u3000{1,2}[〇\u3400-\u9fff](?![〇\u3400-\u9fff])/g;
/** 买买提·艾力, 5·12, ℃·d */
const DOTTED = /(?<=.)[·・‧•](?=[〇\u3400-\u9fff0-9A-Za-zΑ-ωА-я])/g;
/** Two or three characters, beginning with a surname, alone between marks or spaces. */
const LISTED = new RegExp(
  `(?<=^|[、，。；：（〔 \u3000])(?:${SURNAMES})[\u3400-\u9fff]{1,2}(?=$|[、，。；（）〕 \u3000])`,
  'g',
);
/** A remark of one character leans on what it is said of: 李强（女）. */
const SHORT_REMARK = /(?<=.)[（(].[）)]/g;
/** A note number leans on the word before it. */
const NOTE_NUMBER = /(?<=.)[［[]\d{1,3}[\]］](?!\d)/g;

/** Raises the cost of dividing names and of parting short remarks from them. */
export function raiseNames(text: string, costs: Uint8Array): void {
  if (LETTERSPACED.test(text)) raise(costs, 1, text.length - 1, GLUED);
  forEachMatch(PADDED, text, ({ index, 0: name }) => raise(costs, index + 1, index + name.length - 1, GLUED));
  forEachMatch(DOTTED, text, ({ index }) => raise(costs, index + 1, index + 1, GLUED));
  forEachMatch(LISTED, text, ({ index, 0: name }) => raise(costs, index + 1, index + name.length - 1, UNLOVED));
  forEachMatch(SHORT_REMARK, text, ({ index }) => raise(costs, index, index, UNLOVED));
  forEachMatch(NOTE_NUMBER, text, ({ index }) => raise(costs, index, index, GLUED));
}
