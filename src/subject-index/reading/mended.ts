/** Readings (读音): words that the dictionary of pinyin-pro misreads, found on real headings. */
import { customPinyin } from 'pinyin-pro';

const MENDED: Record<string, string> = {
  率先: 'shuài xiān',
  粘贴: 'zhān tiē',
  处长: 'chù zhǎng',
  局长: 'jú zhǎng',
  还款: 'huán kuǎn',
  着装: 'zhuó zhuāng',
  差旅: 'chāi lǚ',
  供港: 'gōng gǎng',
};

let taught = false;

/** Teaches the dictionary our readings, once. */
export function teachReadings(): void {
  if (!taught) customPinyin(MENDED);
  taught = true;
}
