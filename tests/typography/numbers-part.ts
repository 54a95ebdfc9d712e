/** 类目 “数字”: numbers, dates, codes, words of Latin letters and names at every place of a line. */
import { front, han, slid } from './filler.js';

export const NUMBERS = [
  '15亿元',
  '3～5个',
  '20%～30%',
  '2024-01-05',
  '第3次',
  '5月8日',
  '〔2021〕50号',
  '1,234,567.89元',
  '±0.5毫米',
  '12:30',
  '1/3',
  'PM2.5',
  '2021年',
  '2017—2020年',
  '6—9月',
  '-22.6℃',
  '零下15℃',
  '34′41″',
  '101°34′41″～102°34′',
  '3×4米',
  '2.6∶77.6∶19.8',
  '100多万元',
  '30余人次',
  '10时30分',
  '58万亩',
  '1.2万公顷',
  '97.3％',
  '5‰',
  '￥300',
  '$1.5亿',
  '18微克/立方米',
  '元/吨',
  '10千伏',
  '3比2',
  '第十四届',
  '二〇二一年五月八日',
  '百分之三十',
  '三十多人',
  '十九届六中全会',
  'A4纸',
  '4A级',
  'G30线',
  'No. 3',
  'GB/T 15834',
  '5 km',
  '12 345 678元',
  '１２３４年',
  '2021年1月至3月',
  '15人（其中女7人）',
  '1.5%',
  '（2021）甘0302民初15号',
] as const;

const LATIN = [
  'GDP的30%',
  'it’s',
  '“Hello, world”',
  'COVID-19',
  'R&D',
  'WiFi',
  'Ctrl+S',
  'e-mail',
  'internationalization',
  'New York',
  'X光',
  'B超',
  'km²',
  'α粒子',
  '5G+工业互联网',
  'AI',
  'http://www.example.cn/a/b.html',
  'office@example.gov.cn',
  'www.example.cn',
  '"quoted"',
  'U.S.A.',
  '①②③',
  'Ⅲ类',
  '№5',
  '∠30°',
  'ABC公司',
] as const;

const NAMES = [
  '李强',
  '欧阳修',
  '欧阳倩倩',
  '买买提·艾力',
  '阿卜杜拉·买买提·托合提',
  '李　强',
  '王五（女）',
  '示例甲、示例乙',
  '张三丰',
  '卡尔·马克思',
] as const;

const STRAY = [
  '和 空格',
  '，  空格',
  ' GDP ',
  '“ 空格 ”',
  '空格 。',
  '2021 年',
  '第 3 次',
  '（ 空格 ）',
  '\u00a0空格\u00a0',
  '　　空格',
] as const;

function section(title: string, pieces: readonly string[], slides: readonly number[]): string {
  const entries = pieces.map((piece, i) => {
    const paragraphs = slides.map((slide) => slid(piece, slide, i * 3 + slide));
    return `【${title}${han(3, i)}】${paragraphs.join('\n\n')}`;
  });
  return `## ${title}\n\n${entries.join('\n\n')}`;
}

export function numbersPart(slides: readonly number[]): string {
  return [
    front('类目: 数字', '单位: 县统计局', '供稿: 李强'),
    section('数字形式', NUMBERS, slides),
    section('西文', LATIN, slides),
    section('姓名', NAMES, slides),
    section('空格', STRAY, slides),
  ].join('\n\n');
}

/** 类目 “段落”: paragraphs of every length, heads of every length, runs that cannot be broken, marks inside words. */
export function paragraphsPart(lengths: readonly number[]): string {
  const lines = lengths.map((length) => `${han(length - 1, length)}。`);
  const heads = Array.from({ length: 40 }, (_, i) => `### ${han(i + 1, i)}\n\n${han(30, i)}。`);
  const sections = [2, 3, 5, 9, 14, 20, 28, 36].map(
    (length) => `## ${han(length, length)}\n\n### ${han(4, length)}\n\n${han(50)}。`,
  );
  return [
    front('类目: 段落'),
    `## 长短段落\n\n### 从短到长\n\n${lines.join('\n\n')}`,
    `## 长短标题\n\n${heads.join('\n\n')}`,
    sections.join('\n\n'),
    `## 特别的词\n\n### 不可断开的长串\n\n${[0, 3, 9, 14].map((n) => `${han(n)}${'0123456789'.repeat(6)}${han(20)}。\n\n${han(n)}${'abcdefghij'.repeat(6)}${han(20)}。`).join('\n\n')}`,
    `### 索引和着重\n\n${[1, 6, 11, 17, 20].map((n) => `${han(n)}:索引[放管服改革]${han(12)}**着重，的“话”**${han(9)}*楷体（字）*${han(11)}:索引[“双随机、一公开”监管]{词="双随机"}。${han(20)}`).join('\n\n')}`,
    `### 换行\n\n${han(15)}，<br>${han(30)}。<br>“${han(8)}”`,
    `### 生僻字\n\n${['龘', '〇', '䶮', '㛃', '々', '𬴊'].map((c) => `${han(9)}${c}${han(11)}${c}${c}${han(13)}${c}。`).join('\n\n')}`,
  ].join('\n\n');
}
