import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRESS_DEFAULTS } from '../../src/tree/press-settings.js';
import { readSettings } from '../../src/volume/settings.js';
import { places } from '../manuscript/sample.js';

const SOUND = '书名: 测试县年鉴\n卷号: 2022\n';
const read = (lines: string) => readSettings(`${SOUND}${lines}`);

describe('印刷 of book.yaml', () => {
  it('has a default for everything', () => {
    expect(read('').settings?.press).toEqual(PRESS_DEFAULTS);
  });

  it('may say everything', () => {
    const lines =
      '印刷:\n  icc: 印厂/铜版纸.icc\n  标识: JC200103\n  意图: 感知\n  总墨量: 280\n  照片质量: 85\n  出血: 5\n' +
      '  裁切标记: 是\n  标准: PDF/X-1a\n  最低分辨率: 300\n';
    expect(read(lines)).toMatchObject({ messages: [] });
    expect(read(lines).settings?.press).toEqual({
      icc: { file: '印厂/铜版纸.icc', at: { line: 4, column: 8 } },
      condition: { identifier: 'JC200103', at: { line: 5, column: 7 } },
      intent: '感知',
      inkLimit: 280,
      photoQuality: 85,
      bleedMm: 5,
      marks: true,
      standard: 'PDF/X-1a',
      leastPpi: 300,
    });
  });

  it.each([
    ['ICC: a.icc', { icc: { file: 'a.icc', at: { line: 4, column: 8 } } }],
    ['总墨量: 280%', { inkLimit: 280 }],
    ['总墨量: 260 ％', { inkLimit: 260 }],
    ['出血: 3毫米', { bleedMm: 3 }],
    ['出血: 2.5 mm', { bleedMm: 2.5 }],
    ['出血: 0', { bleedMm: 0 }],
    ['最低分辨率: 200 dpi', { leastPpi: 200 }],
    ['裁切标记: 否', { marks: false }],
    ['标准: PDF/X-1a:2001', { standard: 'PDF/X-1a' }],
    ['标准: x1a', { standard: 'PDF/X-1a' }],
    ['标准: X4', { standard: 'PDF/X-4' }],
  ])('reads %s', (line, expected) => {
    const { settings, messages } = read(`印刷:\n  ${line}\n`);
    expect(messages).toEqual([]);
    expect(settings?.press).toEqual({ ...PRESS_DEFAULTS, ...expected });
  });

  it.each([
    ['no lines below it', '印刷: 某某印刷厂\n', ['settings-type 3:5']],
    ['an unknown key', '印刷:\n  墨量: 300\n', ['settings-unknown-key 4:3']],
    ['nothing behind a key', '印刷:\n  出血:\n', ['settings-empty 4:3']],
    ['a profile outside the volume', '印刷:\n  icc: ../a.icc\n', ['settings-value 4:8']],
    ['a profile on a drive', '印刷:\n  icc: C:/a.icc\n', ['settings-value 4:8']],
    ['a condition in Chinese', '印刷:\n  标识: 铜版纸\n', ['settings-value 4:7']],
    ['an unknown intent', '印刷:\n  意图: 相对\n', ['settings-value 4:7']],
    ['too little ink', '印刷:\n  总墨量: 150\n', ['settings-value 4:8']],
    ['too much ink', '印刷:\n  总墨量: 401\n', ['settings-value 4:8']],
    ['ink in millimetres', '印刷:\n  总墨量: 300mm\n', ['settings-value 4:8']],
    ['no quality', '印刷:\n  照片质量: 0\n', ['settings-value 4:9']],
    ['half a point of quality', '印刷:\n  照片质量: 92.5\n', ['settings-value 4:9']],
    ['a negative bleed', '印刷:\n  出血: -3\n', ['settings-value 4:7']],
    ['a bleed in centimetres', '印刷:\n  出血: 1厘米\n', ['settings-value 4:7']],
    ['marks that are neither', '印刷:\n  裁切标记: 有\n', ['settings-type 4:9']],
    ['an unknown standard', '印刷:\n  标准: PDF/X-3\n', ['settings-value 4:7']],
  ])('is in error with %s', (_, lines, expected) => {
    const { messages } = read(lines);
    expect(places(messages)).toEqual(expected);
    expect(messages.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it.each(['docs/press-settings.md', 'templates/volume/book.yaml'])('is shown in %s as it is read', (file) => {
    const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8').replace(/^# (?=印刷:| {2})/gmu, '');
    const example = /^印刷:\n(?: {2}.+\n)+/mu.exec(text)?.[0] ?? '';
    expect(example).toContain('总墨量: 300');
    expect(read(example).messages).toEqual([]);
  });

  it('tells what was meant', () => {
    expect(read('印刷:\n  墨量: 300\n').messages[0]?.remedy).toContain('“总墨量”');
    expect(read('印刷:\n  意图: 相对\n').messages[0]?.remedy).toContain('“相对色度”');
    expect(read('印刷:\n  总墨量: 150\n').messages[0]).toMatchObject({
      reason: '“印刷.总墨量”应当是200到400%，现在是“150”',
      remedy: '写成 总墨量: 300',
    });
    expect(read('印刷: 某某印刷厂\n').messages[0]?.remedy).toContain('印刷厂的名称写在“版权:”的下面');
  });
});
