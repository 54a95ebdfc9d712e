/**
 * Names of persons (姓名) out of what rosters and tables hold beside them.
 *
 *     李　强（女，回族）        李强
 *     李强、王芳 赵　云等       李强, 王芳, 赵云
 *     空缺  —  区财政局         none
 */

/** A name and where it begins in the text that holds it. */
export interface FoundName {
  name: string;
  at: number;
}

/** Every name in a text, without notes and padding. */
export function namesIn(text: string): FoundName[] {
  const plain = withoutNotes(text);
  const names: FoundName[] = [];
  for (const { 0: piece, index } of plain.matchAll(/[^、，,；;/／\n]+/gu)) names.push(...namesOf(piece, index));
  return names;
}

/** Notes become spaces, so that places stay as they are: 李强（女） → 李强 and three spaces. */
function withoutNotes(text: string): string {
  let plain = text;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/[（(〔[][^（）()〔〕[\]]*[）)〕\]]/gu, (note) => '\n'.repeat(note.length));
  }
  return plain;
}

/** What stands between two separators: one name, or several with spaces between them. */
function namesOf(piece: string, offset: number): FoundName[] {
  const words = [...piece.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ name: word, at: offset + index }));
  // A name of Latin words holds spaces.
  if (words.every(({ name }) => /^[\p{Script=Latin}.'’-]+$/u.test(name))) {
    const [first] = words;
    return first ? named({ name: words.map(({ name }) => name).join(' '), at: first.at }) : [];
  }
  const joined: FoundName[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const [word, next] = [words[i] as FoundName, words[i + 1]];
    const whole = next && word.name + next.name;
    if (whole && (PADDED.test(`${word.name} ${next.name}`) || SURNAMES.has(word.name))) {
      joined.push({ name: whole, at: word.at });
      i += 1;
    } else joined.push(word);
  }
  return joined.flatMap(named);
}

/** 李　强, 关　汉卿: what stands alone before the space is no name. */
const PADDED = /^\p{Script=Han} \p{Script=Han}{1,2}$/u;

/** Surnames of two characters that may stand apart from what follows: 欧阳　修. */
const SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 尉迟 皇甫 令狐 司徒 司空 夏侯 东方 公孙 慕容 长孙 宇文 轩辕 端木 百里 呼延 南宫 独孤 完颜 万俟 闻人 赫连 澹台 淳于 单于 太叔 申屠 公羊 钟离 鲜于 闾丘 东郭 拓跋'.split(
    ' ',
  ),
);

function named({ name, at }: FoundName): FoundName[] {
  const bare = name.replace(/等(?:[\d一二三四五六七八九十百两]+[名人位]?)?$/u, '').replace(/[。：:*＊]+$/u, '');
  return isPersonName(bare) ? [{ name: bare.replace(/[・•‧∙●．.](?=\p{Script=Han})/gu, '·'), at }] : [];
}

const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
/** 阿卜杜拉·买买提, and names written without a dot. */
const LONG_NAME = /^\p{Script=Han}+(?:[·・•‧∙●．.]\p{Script=Han}+)+$/u;
const LATIN_NAME = /^\p{Lu}[\p{Script=Latin}.'’-]+(?: [\p{Script=Latin}.'’-]+)+$/u;

/** What stands in place of a name. */
const NO_NAME = new Set(
  '空缺 暂缺 暂空 缺额 缺位 待定 待补 待配 待任 暂无 不详 未定 无人 从略 合计 小计 总计 共计 其他 同上 同前 佚名 匿名 保密 姓名 集体 男女 未设 不设 兼任 轮值'.split(
    ' ',
  ),
);

/** How the short names of offices end, where no person's name does. */
const OFFICE = /[局厅部办委院站所]$/u;
/** … and names of four characters and more that are rather an office or a place. */
const LONG_OFFICE = /(?:[局厅部办委院站所科处室队会团校社司厂店行馆台库村镇乡街区县州省旗组]|中心|公司)$/u;

/** Whether a word can be the name of a person. */
export function isPersonName(word: string): boolean {
  if (LONG_NAME.test(word) || LATIN_NAME.test(word)) return true;
  if (!HAN_NAME.test(word) || NO_NAME.has(word)) return false;
  return !([...word].length > 3 ? LONG_OFFICE : OFFICE).test(word);
}
