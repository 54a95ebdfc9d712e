import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/volume/settings.js';
import { places } from '../manuscript/sample.js';

const SOUND = '书名: 测试县年鉴\n卷号: 2022\n';
const read = (lines: string) => readSettings(`${SOUND}${lines}`);

describe('版式 of book.yaml', () => {
  it('has a default for everything', () => {
    expect(read('').settings?.layout).toEqual({ theme: '典雅', bodyPoints: 10.5, columns: 2, gapCharacters: 2 });
    expect(read('开本: 32开\n').settings?.layout.columns).toBe(1);
  });

  it('may say everything', () => {
    const lines =
      '版式:\n  主题: 素雅\n  字号: 小四\n  栏数: 3\n  栏距: 1\n  配色: 石青\n  正文字体: 楷\n  标题字体: 宋\n  图号: 按类目\n';
    expect(read(lines)).toMatchObject({
      messages: [],
      settings: {
        layout: {
          theme: '素雅',
          bodyPoints: 12,
          columns: 3,
          gapCharacters: 1,
          accent: '#1d4e79',
          bodyFont: '楷',
          headFont: '宋',
          figureNumbers: '按类目',
        },
      },
    });
  });

  it.each([
    ['五号', 10.5],
    ['10磅', 10],
    ['9.5 pt', 9.5],
    ['12', 12],
  ])('reads the size %s', (size, points) => {
    expect(read(`版式:\n  字号: ${size}\n`).settings?.layout.bodyPoints).toBe(points);
  });

  it.each([
    ['no lines below it', '版式: 双栏\n', ['settings-type 3:5']],
    ['an unknown key', '版式:\n  字体: 宋\n', ['settings-unknown-key 4:3']],
    ['nothing behind a key', '版式:\n  主题:\n', ['settings-empty 4:3']],
    ['an unknown theme', '版式:\n  主题: 华丽\n', ['settings-value 4:7']],
    ['an unknown size', '版式:\n  字号: 六号\n', ['settings-value 4:7']],
    ['a size that is too large', '版式:\n  字号: 20磅\n', ['settings-value 4:7']],
    ['four columns', '版式:\n  栏数: 4\n', ['settings-value 4:7']],
    ['an unknown way to number figures', '版式:\n  图号: 按分目\n', ['settings-value 4:7']],
    ['an unknown colour', '版式:\n  配色: 大红\n', ['settings-value 4:7']],
    ['a colour that no one can read', "版式:\n  配色: '#ffee88'\n", ['settings-value 4:7']],
    ['a colour without quotes', '版式:\n  配色: #8c1c13\n', ['settings-empty 4:3']],
    ['an unknown font', '版式:\n  正文字体: 隶\n', ['settings-value 4:9']],
    ['columns that are too narrow', '开本: 32开\n版式:\n  栏数: 3\n', ['layout-narrow-column 5:7']],
    ['type too large for its columns', '开本: 16开\n版式:\n  字号: 四号\n  栏数: 3\n', ['layout-narrow-column 6:7']],
  ])('is in error with %s', (_, lines, expected) => {
    const { messages } = read(lines);
    expect(places(messages)).toEqual(expected);
    expect(messages.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('suggests what was meant, and what to do about narrow columns', () => {
    const remedy = (lines: string) => read(lines).messages[0]?.remedy;
    expect(remedy('版式:\n  主体: 素雅\n')).toContain('是不是“主题”');
    expect(remedy('版式:\n  图号: 按类\n')).toContain('是不是“按类目”');
    expect(remedy('版式:\n  主题: 素\n')).toContain('是不是“素雅”');
    expect(remedy('版式:\n  字号: 5号\n')).toContain('是不是“五号”');
    expect(remedy('版式:\n  配色: 石蓝青\n')).toContain('是不是“石青”');
    expect(remedy('版式:\n  开本: A4\n')).toContain('单独写一行');
    expect(remedy('版式:\n  配色: #8c1c13\n')).toContain('加引号');
    expect(remedy('开本: 32开\n版式:\n  栏数: 3\n')).toContain('栏数: 2');
  });

  it('warns of lines too long to read', () => {
    const { messages, settings } = read('版式:\n  栏数: 1\n  字号: 小五\n');
    expect(places(messages)).toEqual(['layout-long-line 5:7']);
    expect(messages[0]?.severity).toBe('warning');
    expect(settings?.layout.columns).toBe(1);
  });
});
