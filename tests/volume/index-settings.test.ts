import { describe, expect, it } from 'vitest';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import { readSettings } from '../../src/volume/settings.js';
import { places } from '../manuscript/sample.js';

const SOUND = '书名: 测试县年鉴\n卷号: 2022\n';
const read = (lines: string) => readSettings(`${SOUND}${lines}`);

describe('索引 of book.yaml', () => {
  it('has a default for everything', () => {
    expect(read('').settings?.index).toEqual(INDEX_DEFAULTS);
  });

  it('may say everything', () => {
    const lines = [
      '索引:',
      '  不收: [特载, 附录]',
      '  人名: 是',
      '  表题: true',
      '  图题: 是',
      '  排序: 整词字母',
      '  符号: 在前',
      '  数字和字母: 混排',
      '  出处: 页栏',
      '  跨页: 逐页',
      '  合并: 否',
      '  栏数: 4',
      '  引导: 空格',
    ];
    expect(read(`${lines.join('\n')}\n`)).toMatchObject({
      messages: [],
      settings: {
        index: {
          excluded: ['特载', '附录'],
          persons: true,
          tables: true,
          figures: true,
          order: '整词字母',
          marks: '在前',
          others: '混排',
          locator: '页栏',
          span: '逐页',
          merge: false,
          columns: 4,
          leader: '空格',
        },
      },
    });
  });

  it.each([
    ['是', true],
    ['否', false],
    ['true', true],
    ['False', false],
    ['"是"', true],
  ])('takes %s for yes or no', (answer, expected) => {
    expect(read(`索引:\n  人名: ${answer}\n`).settings?.index.persons).toBe(expected);
  });

  it.each([
    ['no lines below it', '索引: 双栏\n', ['settings-type 3:5']],
    ['an unknown key', '索引:\n  排列: 字字对照\n', ['settings-unknown-key 4:3']],
    ['a key twice', '索引:\n  栏数: 2\n  栏数: 3\n', ['settings-duplicate-key 5:3']],
    ['nothing behind a key', '索引:\n  排序:\n', ['settings-empty 4:3']],
    ['an unknown order', '索引:\n  排序: 笔画\n', ['settings-value 4:7']],
    ['five columns', '索引:\n  栏数: 5\n', ['settings-value 4:7']],
    ['an unknown locator', '索引:\n  出处: 页码\n', ['settings-value 4:7']],
    ['neither yes nor no', '索引:\n  表题: 要\n', ['settings-type 4:7']],
    ['a list for a choice', '索引:\n  引导: [点线]\n', ['settings-type 4:7']],
    ['a text for a list', '索引:\n  不收: 特载\n', ['settings-type 4:7']],
  ])('is in error with %s', (_, lines, expected) => {
    const { messages } = read(lines);
    expect(places(messages)).toEqual(expected);
    expect(messages.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('says what a wrong key or value may mean', () => {
    expect(read('索引:\n  排列: 字字对照\n').messages[0]?.remedy).toContain('“排序”');
    expect(read('索引:\n  排序: 字字对比\n').messages[0]?.remedy).toContain('“字字对照”');
    expect(read('索引:\n  合并: 要\n').messages[0]?.remedy).toBe('写成 合并: 是');
  });
});
