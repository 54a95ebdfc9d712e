/** The torture volume: every mark, number, name and table form in every 体裁, written by rule. */
import type { Files } from '../pipeline/volume.js';
import { front, han } from './filler.js';
import { article, chronicle, ordinance, roster } from './genres-part.js';
import { marksPart } from './marks-part.js';
import { numbersPart, paragraphsPart } from './numbers-part.js';
import { tablesPart } from './tables-part.js';

export interface Torture {
  /** Lines of book.yaml: 开本, 版式. */
  settings: string;
  /** How many characters stand before what is tested. */
  slides: readonly number[];
  /** Lengths of paragraphs, characters. */
  lengths: readonly number[];
  /** Rows of the long table. */
  rows: number;
}

export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

export async function tortureVolume({ settings, slides, lengths, rows }: Torture): Promise<Files> {
  const { default: sharp } = await import('sharp');
  const photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#7a3' } })
    .jpeg()
    .toBuffer();
  return {
    'book.yaml': `书名: 测试县年鉴\n卷号: 2022\n记述年份: 2021\n主办: 测试县\n编纂: 测试县办公室\n索引:\n  不收: [标点, 数字]\n${settings}`,
    '01-卷首/01-编辑说明.md': `${front('类目: 卷首', '体裁: 文章', '标题: 编辑说明')}一、本卷记述2021年的“情况”。${han(30)}。\n`,
    '02-特载/01-报告.md': article,
    '03-大事记/01-大事记.md': chronicle,
    '04-标点/01-标点.md': `${marksPart(slides)}\n`,
    '05-数字/01-数字.md': `${numbersPart(slides)}\n`,
    '06-段落/01-段落.md': `${paragraphsPart(lengths)}\n`,
    '07-表格/01-表格.md': `${tablesPart(rows, 'photos/田.jpg')}\n`,
    '07-表格/photos/田.jpg': photo,
    '08-附录/01-名录.md': roster,
    '08-附录/02-办法.md': ordinance,
  };
}
