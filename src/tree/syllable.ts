/** Syllables of Pinyin (音节): `lǜ`, `lv4` and `lu:4` in, letters and tone out, and back. */
/** A syllable of a reading. */
export interface Syllable {
  /** Without tone, ü as ü: gong, lü. */
  letters: string;
  /** 1 to 4; 5 is the neutral tone. */
  tone: 1 | 2 | 3 | 4 | 5;
}

type Tone = Syllable['tone'];

/** Combining macron, acute, caron and grave, in the order of the tones. */
const TONE_MARKS = ['\u0304', '\u0301', '\u030c', '\u0300'];
const DIAERESIS = '\u0308';

/** Every syllable of the standard language, by its beginning. ü after n and l is written, after j q x y it is not. */
const SYLLABLES = new Set(
  `a ai an ang ao
  ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu
  ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo
  cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo
  da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo
  e ê ei en eng er
  fa fan fang fei fen feng fiao fo fou fu
  ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
  ha hai han hang hao he hei hen heng hm hng hong hou hu hua huai huan huang hui hun huo
  ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
  ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo
  la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lü lüe
  m ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu
  n na nai nan nang nao ne nei nen neng ng ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nü nüe
  o ou
  pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu
  qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
  ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo
  sa sai san sang sao se sen seng si song sou su suan sui sun suo
  sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo
  ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
  wa wai wan wang wei wen weng wo wu
  xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
  ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun
  za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo
  zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo`
    .trim()
    .split(/\s+/),
);

const LONGEST = 6;

/** Reads one syllable, with a tone mark or a digit (none: the neutral tone); nothing where Chinese has no such syllable. */
export function parseSyllable(text: string): Syllable | undefined {
  let tone: Tone = 5;
  let letters = '';
  for (const part of text.trim().toLowerCase().normalize('NFD')) {
    const mark = TONE_MARKS.indexOf(part);
    const digit = /^[0-5]$/.test(part) ? Number(part) || 5 : 0;
    if (mark < 0 && digit === 0) letters += part;
    else if (tone !== 5) return undefined;
    else tone = (mark < 0 ? digit : mark + 1) as Tone;
  }
  // ɡ is the letter g of some typefaces, and of some dictionaries.
  letters = letters.replace(/u:|v/g, `u${DIAERESIS}`).replaceAll('ɡ', 'g').normalize('NFC');
  if (/^[jqxy]ü/.test(letters)) letters = letters.replace('ü', 'u');
  if (letters === 'lue' || letters === 'nue') letters = letters.replace('u', 'ü');
  return SYLLABLES.has(letters) ? { letters, tone } : undefined;
}

/**
 * Reads syllables in a row, with or without spaces (or ' -) between them; nothing where a part of it is no syllable.
 * Without spaces the longest syllables that leave nothing over are taken, as many as `count`.
 */
export function parseSyllables(text: string, count?: number): Syllable[] | undefined {
  const parts = text.trim().split(/[\s'’·-]+/);
  const single = parts.map(parseSyllable);
  if (single.every((each) => each !== undefined)) {
    if (count === undefined || single.length === count) return single;
  }
  return splitRow(parts.join(''), count);
}

function splitRow(row: string, count: number | undefined): Syllable[] | undefined {
  const letters = row.normalize('NFC');
  const read = (from: number, left: number | undefined): Syllable[] | undefined => {
    if (from === letters.length) return left === undefined || left === 0 ? [] : undefined;
    if (left === 0) return undefined;
    // A digit and the colon of u: make a syllable two signs longer.
    for (let length = Math.min(LONGEST + 2, letters.length - from); length > 0; length -= 1) {
      const syllable = parseSyllable(letters.slice(from, from + length));
      const rest = syllable && read(from + length, left === undefined ? undefined : left - 1);
      if (syllable && rest) return [syllable, ...rest];
    }
    return undefined;
  };
  return letters === '' ? undefined : read(0, count);
}

/** Writes a syllable with its tone mark: lǜ. */
export function formatSyllable({ letters, tone }: Syllable): string {
  if (tone === 5) return letters;
  const at = markedVowel(letters);
  return (letters.slice(0, at + 1) + TONE_MARKS[tone - 1] + letters.slice(at + 1)).normalize('NFC');
}

/** The mark stands on a or e, on the o of ou, else on the last vowel. */
function markedVowel(letters: string): number {
  const open = letters.search(/[aeê]/);
  if (open >= 0) return open;
  const ou = letters.indexOf('ou');
  if (ou >= 0) return ou;
  for (let at = letters.length - 1; at >= 0; at -= 1) if (/[iouü]/.test(letters[at] as string)) return at;
  return 0;
}

/** Whether two syllables sound alike, tone included. */
export function sameSyllable(a: Syllable, b: Syllable): boolean {
  return a.letters === b.letters && a.tone === b.tone;
}
