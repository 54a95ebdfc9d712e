/** 类目 “标点”: every mark of GB/T 15834 at every place of a line, alone and side by side with others. */
import { front, han, slid } from './filler.js';

/** One mark between Han. */
const ALONE = [
  '、',
  '，',
  '。',
  '；',
  '：',
  '？',
  '！',
  '·',
  '～',
  '／',
  '/',
  '—',
  '——',
  '……',
  '－',
  '％',
  '℃',
  '‰',
  '．',
  '＋',
];
/** Marks that come in pairs round two characters. */
const PAIRED = ['“”', '‘’', '（）', '〔〕', '【】', '《》', '〈〉', '「」', '『』', '［］', '｛｝', '〖〗', '()', '[]'];
/** Marks side by side as authors write them; each stands between Han. */
export const RUNS = [
  '》，“',
  '？”',
  '！”',
  '。”',
  '）。”',
  '、“',
  '》、《',
  '”、“',
  '”（',
  '）（',
  '：“',
  '：《',
  '，（',
  '；“',
  '。（',
  '）、',
  '”，',
  '》。',
  '》（',
  '）：',
  '’”',
  '“‘',
  '？！',
  '！！！',
  '……”',
  '……。',
  '——“',
  '”——',
  '》——',
  '——《',
  '〕、〔',
  '】【',
  '’，‘',
  '。’”',
  '）》',
  '《（',
  '）”',
  '“（',
  '〉》',
  '《〈',
  '．（',
];

const NESTED = [
  '他说“我读过‘人勤地不懒’这句话”，众人点头',
  '《〈县志〉校注（初稿）》由县档案馆（地方志办公室〔挂牌〕）印行',
  '“两不愁三保障”“三保障”《规划》《纲要》、“一河（一湖）一策”',
  '（见《关于“十四五”时期〔2021—2025年〕若干意见》）',
  '什么叫“快”？怎样算“好”？“省”！',
];

/** Entries of one 分目; an entry for every piece, with a paragraph for every slide. */
function section(
  title: string,
  pieces: readonly string[],
  slides: readonly number[],
  full: (piece: string) => string,
): string {
  const entries = pieces.map((piece, i) => {
    const paragraphs = slides.map((slide) => slid(full(piece), slide, i + slide));
    return `### ${title}第${han(2, i)}${'甲乙丙丁戊己庚辛壬癸'[i % 10]}种\n\n${paragraphs.join('\n\n')}`;
  });
  return `## ${title}\n\n${entries.join('\n\n')}`;
}

export function marksPart(slides: readonly number[]): string {
  return [
    front('类目: 标点', '供稿: 买买提·艾力', '单位: 县标点和符号工作委员会'),
    section('单个标点', ALONE, slides, (mark) => mark),
    section('成对标点', PAIRED, slides, (pair) => `${pair[0]}南北${pair[1]}`),
    section('连排标点', RUNS, slides, runBetween),
    section('多重标点', NESTED, slides, (piece) => `，${piece}，`),
  ].join('\n\n');
}

/** Opens what the run closes and closes what it opens, so that its marks are paired. */
function runBetween(run: string): string {
  const pairs = PAIRED.map(([open, close]) => [open as string, close as string] as const);
  const open: string[] = [];
  let before = '';
  for (const mark of run) {
    const opened = pairs.find(([opening]) => opening === mark);
    const closed = pairs.find(([, closing]) => closing === mark);
    if (opened) open.push(opened[1]);
    else if (closed && open.at(-1) === mark) open.pop();
    else if (closed) before = `${closed[0]}${before}`;
  }
  return `${before}山川${run}江湖${open.reverse().join('')}`;
}
