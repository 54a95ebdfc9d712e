/** A small volume with everything that can be asked for. */
import { readVolume } from '../../../src/manuscript/read-volume.js';
import type { Volume } from '../../../src/tree/nodes.js';
import { type Files, writeVolume } from '../../pipeline/volume.js';

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

export const COUNTY: Files = {
  '01-卷首/01-编辑说明.md': lines('---', '类目: 卷首', '体裁: 文章', '标题: 编辑说明', '---', '', '本卷记述2021年事。'),
  '02-大事记/01-大事记.md': lines(
    '---',
    '类目: 大事记',
    '体裁: 大事记',
    '---',
    '',
    '## 1月',
    '',
    '6日　开会。',
    '',
    '## 2月',
    '',
    '7日　又开会。',
  ),
  '03-农业/01-综述.md': lines(
    '---',
    '类目: 农业',
    '供稿: 区农业农村局',
    '---',
    '',
    '## 种植业',
    '',
    '### 概况',
    '',
    '种粮。',
    '',
    '## 畜牧业',
    '',
    '### 概况',
    '',
    '养羊。',
    '',
    '### 防疫',
    '',
    '打针。',
  ),
  '03-农业/02-水利.md': lines(
    '---',
    '类目: 农业',
    '供稿: 区水务局',
    '---',
    '',
    '## 水利',
    '',
    '### 灌溉',
    '',
    '浇水。',
  ),
  '04-法治/01-公安.md': lines(
    '---',
    '类目: 法治',
    '分目: 公安',
    '单位: 区委办公室',
    '---',
    '',
    '### 概况',
    '',
    '巡逻。',
  ),
  '04-法治/02-消防.md': lines(
    '---',
    '类目: 法治',
    '分目: 公安',
    '供稿: 李强',
    '单位: 区委办公室',
    '---',
    '',
    '### 救火',
    '',
    '灭火。',
  ),
  '04-法治/03-纪要.md': lines('---', '类目: 法治', '体裁: 文件', '标题: 会议纪要', '---', '', '第一条　议定。'),
};

export async function countyOf(scratch: string, files: Files = COUNTY): Promise<Volume> {
  const { volume, messages } = await readVolume(writeVolume(scratch, files));
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (!volume || errors.length > 0) throw new Error(`not in order: ${JSON.stringify(errors)}`);
  return volume;
}
