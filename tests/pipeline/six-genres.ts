/** A small volume with every 体裁, pictures and index marks. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, FONT_CACHE, writeVolume } from './volume.js';

const settings = (...more: string[]): string =>
  [
    '书名: 测试县年鉴',
    '卷号: 2022',
    '记述年份: 2021',
    '主办: 测试县人民政府',
    '编纂: 测试县史志办公室',
    ...more,
    '',
  ].join('\n');

const SENTENCE =
  '全县粮食播种面积稳定在1.2万公顷以上，总产量比上年增长5.3%；各乡镇组织农户抢抓农时，机械化作业水平继续提高。';

/** Entries numbered from `from`, two paragraphs each. */
export function entries(name: string, from: number, to: number): string {
  return Array.from(
    { length: to - from + 1 },
    (_, i) => `### ${name}${from + i}\n\n${name}第${from + i}项。${SENTENCE.repeat(3)}\n\n${SENTENCE.repeat(2)}`,
  ).join('\n\n');
}

const front = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\n\n`;

/** The files of the volume; `more` goes into book.yaml, `overrides` replace or add files. */
export async function sixGenres(more: string[] = [], overrides: Files = {}): Promise<Files> {
  const { default: sharp } = await import('sharp');
  const picture = (width: number, height: number, background: string) =>
    sharp({ create: { width, height, channels: 3, background } });
  return {
    'book.yaml': settings('索引:', '  不收: [特载, 大事记, 附录]', ...more),
    '01-卷首/01-编辑说明.md': `${front('类目: 卷首', '体裁: 文章', '标题: 编辑说明')}一、本卷记述2021年全县的基本情况。\n\n二、卷末附索引。\n`,
    '01-卷首/02-彩页.md': `${front('类目: 卷首', '体裁: 彩页', '标题: 图说测试县')}## 农业\n\n![麦田](photos/01.jpg)\n\n![水渠](photos/02.png)\n`,
    '01-卷首/photos/01.jpg': await picture(2400, 1600, '#7a3').jpeg().toBuffer(),
    '01-卷首/photos/02.png': await picture(3000, 2000, '#37a').png().toBuffer(),
    '02-特载/01-报告.md': `${front('类目: 特载', '体裁: 文章', '标题: 政府工作报告', '副题: ——2022年1月10日在人民代表大会上', '作者: 张三', '职务: 县长')}各位代表：\n\n${SENTENCE}\n\n## 一、上年工作\n\n${SENTENCE.repeat(12)}\n\n### （一）农业\n\n- 第一项\n- 第二项\n`,
    '03-大事记/01-大事记.md': `${front('类目: 大事记', '体裁: 大事记')}## 1月\n\n6日　召开会议。${SENTENCE}\n\n△　开工建设。\n\n10日—12日　检查工作。\n\n## 2月\n\n3日　下雪。\n`,
    '04-农业/01-种植业.md': `${front('类目: 农业', '供稿: 李四', '单位: 县农业农村局')}## 种植业\n\n${entries('粮食', 1, 14)}\n\n### 高标准农田\n\n:索引[放管服改革]和&lt;符号&gt;、A\\&B照样印出。见下表。\n\n**2021年主要作物**\n\n单位：公顷、吨\n\n| 作物 | 面积 | > | 产量 |\n| --- | ---: | ---: | ---: |\n| ^ | ^ | 本年 | 上年 |\n| 小麦 | 100 | 600 | 590 |\n| 玉米 | 200 | 1500 | 1480 |\n| 　制种玉米 | 50 | 300 | 290 |\n\n![试验田](photos/田.jpg)\n`,
    '04-农业/photos/田.jpg': await picture(1200, 900, '#a73').jpeg().toBuffer(),
    '04-农业/02-水利.md': `${front('类目: 农业', '分目: 水利', '单位: 县水务局')}【农村供水】${SENTENCE}\n\n【防汛】汛期平稳，:索引[放管服改革]继续。\n`,
    '05-法治/01-公安.md': `${front('类目: 法治')}## 公安\n\n${entries('治安', 1, 9)}\n\n### 交通管理\n\n道路通行条件改善。:索引[]{词="道路安全"}\n`,
    '06-附录/01-名录.md': `${front('类目: 附录', '体裁: 名录', '标题: 领导名录')}## 县政府\n\n### 办公室\n\n- 主任：张三\n- 副主任：李四；王五（女，2021年5月任）\n`,
    '06-附录/02-办法.md': `${front('类目: 附录', '分目: 文件选编', '体裁: 文件', '标题: 年鉴工作办法', '文号: 测政发〔2021〕1号', '日期: 2021年3月1日')}## 第一章　总则\n\n第一条　制定本办法。\n\n第二条　按时报送：\n\n（一）稿件；\n\n（二）照片。\n`,
    ...overrides,
  };
}

/** A project folder with one volume in it, and the fonts of earlier runs. */
export function projectFolder(home: string, files: Files): string {
  mkdirSync(join(home, '.nianjian'), { recursive: true });
  mkdirSync(FONT_CACHE, { recursive: true });
  symlinkSync(FONT_CACHE, join(home, '.nianjian', 'fonts'), 'dir');
  writeVolume(join(home, 'manuscripts', '2022'), files);
  return home;
}
