/**
 * Running text for the tests of the pages. Every paragraph says its number, so that two can never be mistaken for each
 * other, and has exactly the length that is asked for.
 */

const SENTENCES = [
  '全区粮食播种面积稳定在一万公顷以上，总产量比上年增长百分之五。',
  '各乡镇组织农户抢抓农时，机械化作业水平继续提高，',
  '新建高标准农田两千公顷，改造渠系三十公里；',
  '区政府召开现场会，研究部署春耕备耕和防汛抗旱工作。',
  '农产品加工企业达到四十家，“一村一品”示范村新增六个，',
  '技术人员深入田间地头，为种植大户讲解水肥一体化技术。',
];

/** What the manuscripts of these tests are made of, besides the sentences; the fonts hold nothing else. */
const OTHER_WORDS = `
农业种植综述附录名录金川年鉴测试县某办公室主任副书记委员张三李四王五强女任至月日挂职
表主要作物情况单位吨指标名称数量备注小麦玉米其中制种本上年行格合计说明照片图彩页章总则条
第一二三四五六七八九十段项目扉版权主办编纂开本毫米大记述年份书名事宜续供稿目录索引见参林牧渔水利畜牧组织机构成品尺寸印张字千
𫖮𬀩𫓧
<>&;/
0123456789.,%-—…·、，。；：？！（）()【】“”《》×•△ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz
`;

export const WORDS = SENTENCES.join('') + OTHER_WORDS;

/** Paragraph number `number` with `length` characters. */
export function prose(number: number, length: number): string {
  let text = `第${number}段，`;
  for (let i = number; text.length < length; i += 1) text += SENTENCES[i % SENTENCES.length];
  return `${text.slice(0, length - 1)}。`;
}

/** Paragraphs `from` to `to`, each a block of Markdown. */
export function paragraphs(from: number, to: number, length: number): string {
  return Array.from({ length: to - from + 1 }, (_, i) => prose(from + i, length)).join('\n\n');
}

/** A Markdown table of `count` numbered rows under the head `| 指标 | 数量 | 备注 |`. */
export function rows(count: number, note = '本年'): string {
  const body = Array.from({ length: count }, (_, i) => `| 指标${i + 1} | ${(i + 1) * 10} | ${note} |`);
  return ['| 指标 | 数量 | 备注 |', '| --- | ---: | --- |', ...body].join('\n');
}
