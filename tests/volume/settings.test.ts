import { describe, expect, it } from 'vitest';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import { PRESS_DEFAULTS } from '../../src/tree/press-settings.js';
import { readSettings } from '../../src/volume/settings.js';
import { places } from '../manuscript/sample.js';

const SOUND = '书名: 测试县年鉴\n卷号: 2022\n';

describe('book.yaml', () => {
  it('needs a title and a number; everything else has its default', () => {
    expect(readSettings(SOUND)).toMatchObject({
      messages: [],
      settings: {
        title: '测试县年鉴',
        number: '2022',
        trim: '大16开',
        start: '另页',
        index: INDEX_DEFAULTS,
        press: PRESS_DEFAULTS,
      },
    });
  });

  it('may say everything', () => {
    const all = `${SOUND}记述年份: 2021\n主办: 县政府\n编纂: 县志办\n开本: 16开\n起始: 单页\n索引:\n  不收: [特载, 附录]\n  人名: 是\n`;
    expect(readSettings(all)).toMatchObject({
      messages: [],
      settings: {
        recordedYear: '2021',
        sponsor: '县政府',
        compiler: '县志办',
        trim: '16开',
        start: '单页',
        index: { excluded: ['特载', '附录'], persons: true },
      },
    });
  });

  it('may say how fine the photos of book.pdf are', () => {
    expect(readSettings(`${SOUND}屏幕分辨率: 200 ppi\n`)).toMatchObject({ messages: [], settings: { screenPpi: 200 } });
    expect(readSettings(SOUND).settings?.screenPpi).toBeUndefined();
    const { messages } = readSettings(`${SOUND}屏幕分辨率: 20\n`);
    expect(messages).toMatchObject([
      { rule: 'settings-value', line: 3, column: 8, reason: '“屏幕分辨率”应当是72到300ppi，现在是“20”' },
    ]);
    expect(messages[0]?.remedy).toBe('写成 屏幕分辨率: 150');
  });

  it('suggests the key that was meant', () => {
    const [message] = readSettings(`${SOUND}记叙年份: 2021\n`).messages;
    expect(message?.remedy).toContain('是不是“记述年份”');
  });

  it('says of a field of 版权 where it belongs', () => {
    const [message] = readSettings(`${SOUND}出版社: 甲\n`).messages;
    expect(message).toMatchObject({ rule: 'settings-unknown-key', line: 3 });
    expect(message?.remedy).toBe('“出版社”写在“版权:”一行的下面，前面空两格');
  });

  it.each([
    ['an unknown key', `${SOUND}出版社: 甲\n`, ['settings-unknown-key 3:1']],
    ['an unknown key below 索引', `${SOUND}索引:\n  不受: [特载]\n`, ['settings-unknown-key 4:3']],
    ['no title', '卷号: 2022\n', ['settings-missing 1:1']],
    ['nothing', '', ['settings-missing 1:1', 'settings-missing 1:1']],
    ['an empty value', '书名:\n卷号: 2022\n', ['settings-empty 1:1']],
    ['a list for a title', '书名: [甲]\n卷号: 2022\n', ['settings-type 1:5']],
    ['a text for a list', `${SOUND}索引:\n  不收: 特载\n`, ['settings-type 4:7']],
    ['a text for 索引', `${SOUND}索引: 特载\n`, ['settings-type 3:5']],
    ['neither yes nor no', `${SOUND}索引:\n  人名: 也许\n`, ['settings-type 4:7']],
    ['a year that is none', `${SOUND}记述年份: 去年\n`, ['settings-value 3:7']],
    ['an unknown trim size', `${SOUND}开本: 64开\n`, ['settings-value 3:5']],
    ['an unknown start', `${SOUND}起始: 双页\n`, ['settings-value 3:5']],
    ['a key twice', `${SOUND}卷号: 2023\n`, ['settings-duplicate-key 3:1']],
    ['a tab', `${SOUND}索引:\n\t人名: 是\n`, ['settings-yaml 4:1']],
    ['an open bracket', `${SOUND}索引:\n  不收: [特载\n`, ['settings-yaml 5:1']],
    ['a colon in a value', '书名: 甲: 乙\n卷号: 2022\n', ['settings-yaml 1:5']],
    ['a text', '测试县年鉴\n', ['settings-not-mapping 1:1']],
  ])('is in error with %s', (_, source, expected) => {
    expect(places(readSettings(source).messages)).toEqual(expected);
  });
});
