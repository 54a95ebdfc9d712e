/** 类目 “表格”: tables of every form. */
import { front, han } from './filler.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[], align: string): string {
  const rule = head.map((_, i) => (align[Math.min(i, align.length - 1)] === 'r' ? '---:' : '---'));
  return [row(head), row(rule), ...rows.map(row)].join('\n');
}

/** Tables of figures with 2 to 14 columns. */
function figures(columns: number): string {
  const head = [
    '项目',
    ...Array.from({ length: columns - 1 }, (_, i) =>
      i % 3 === 0 ? '本年实绩（亿元）' : i % 3 === 1 ? '上年' : '增长（%）',
    ),
  ];
  const rows = [
    '地区生产总值',
    '　第一产业',
    '　　其中：粮食种植业和经济作物',
    '　第二产业',
    '人均生产总值（元）',
    '**合计**',
  ].map((name, i) => [
    name,
    ...Array.from(
      { length: columns - 1 },
      (_, j) => ['327.60', '-7.6', '', '1,234,567.89', '3.05～4.1', '98%', '±0.5', '—'][(i + j) % 8] as string,
    ),
  ]);
  return `**${columns}列的表${han(columns * 2, columns)}**\n\n单位：亿元、%\n\n${table(head, rows, 'lr')}`;
}

const merged = `**并头表**\n\n单位：公顷、吨

| 作物 | > | 面积 | > | 产量 | 增减（%） |
| --- | ---: | ---: | ---: | ---: | ---: |
| ^ | 本年 | 上年 | 本年 | 上年 | ^ |
| 小麦 | 1,204.5 | 1,198.25 | 6000 | 590 | -7.6 |
| 玉米 | 200 | 99.5 | 1500 | 1480 | 1.35 |
| 　其中：制种玉米 | 50 |  | 300 | 290 | 10 |`;

/** Rows of which several share a first cell, over pages. */
function honours(rows: number): string {
  const body = Array.from({ length: rows }, (_, i) => [
    i % 7 === 0 ? `县${han(6, i)}局` : '^',
    `${2016 + (i % 6)}—${2017 + (i % 6)}年度“${han(4 + (i % 9), i)}”先进集体${i % 5 === 0 ? '（第3批）' : ''}`,
    `2021年${(i % 12) + 1}月`,
    Array.from({ length: 1 + (i % 5) }, (_, j) => `中共${han(5 + j, i + j)}委员会`).join('<br>'),
  ]);
  return `**获得地（厅）级以上表彰的先进集体和${han(22)}名录**\n\n${table(['单位', '荣誉称号', '授奖时间', '授奖单位'], body, 'l')}`;
}

const words = `**文字表**\n\n${table(
  ['名称', '说明'],
  Array.from({ length: 8 }, (_, i) => [
    `${han(3 + i, i)}`,
    `${han(8 + i, i)}，“${han(5)}”（${han(4)}）。${han(10, i)}15亿元、20%～30%，见《${han(6)}》：PM2.5、it’s、第3次、〔2021〕50号……`,
  ]),
  'l',
)}`;

/** With a photo in the text, `photo` beside the manuscript. */
export function tablesPart(rows: number, photo?: string): string {
  const columns = Array.from({ length: 13 }, (_, i) => i + 2);
  return [
    front('类目: 表格', '单位: 县统计局'),
    `## 数据表\n\n${columns.map((n) => `### ${n}列\n\n${han(40, n)}。\n\n${figures(n)}\n\n${han(25, n)}。`).join('\n\n')}`,
    `## 文字和名录\n\n### 并头\n\n${merged}\n\n### 说明\n\n${words}\n\n### 先进集体\n\n${honours(rows)}`,
    ...(photo ? [`### 照片\n\n${han(60)}。\n\n![${han(12)}（2021年5月8日摄）](${photo})\n\n${han(60)}。`] : []),
  ].join('\n\n');
}
