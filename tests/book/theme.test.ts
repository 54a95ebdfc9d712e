import { existsSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookPage, bookTheme, engineStamp } from '../../src/book/theme.js';
import { manuscriptFlows } from '../../src/html/book-flows.js';
import { type LayoutSettings, THEMES } from '../../src/tree/layout.js';
import type { VolumeSettings } from '../../src/tree/nodes.js';
import { readSettings } from '../../src/volume/settings.js';
import { PICTURES, volumeOf } from '../html/set.js';
import { BOOK, manuscript } from '../manuscript/sample.js';

const FOLDER = join(import.meta.dirname, '../../styles/themes');
const house = readSettings(BOOK).settings as VolumeSettings;
const choose = (choices: Partial<LayoutSettings>): VolumeSettings => ({
  ...house,
  layout: { ...house.layout, ...choices },
});

describe('a theme', () => {
  it('is style sheets and nothing else, each named after one of the house', () => {
    const names = [...bookTheme('').sheets.map((path) => basename(path)), 'page.css'];
    expect(['典雅', ...readdirSync(FOLDER)]).toEqual([...THEMES]);
    for (const theme of readdirSync(FOLDER)) {
      const files = readdirSync(join(FOLDER, theme));
      expect(files.length).toBeGreaterThan(0);
      expect(files.filter((name) => extname(name) !== '.css' || !names.includes(name))).toEqual([]);
    }
  });

  it('changes no word of the HTML that is set', async () => {
    const html = async (theme: string): Promise<string[]> => {
      const files = {
        'book.yaml': `${BOOK}版式:\n  主题: ${theme}\n`,
        '01-农业/01-甲.md': manuscript('## 种植业\n\n【春耕】丙。\n\n| 丁 |\n| --- |\n| 1 |\n'),
      };
      return manuscriptFlows(await volumeOf(files), PICTURES).map((flow) => flow.html);
    };
    expect(await html('素雅')).toEqual(await html('典雅'));
  });

  it('stands behind the sheets of the house, with a page sheet of its own', () => {
    const [plain, other] = [bookPage(house, '', ''), bookPage(choose({ theme: '素雅' }), '', '')];
    expect(plain.themeSheets).toEqual([]);
    expect(other.sheets).toEqual(plain.sheets);
    expect(other.themeSheets.length).toBeGreaterThan(3);
    for (const sheet of [...other.sheets, ...other.themeSheets]) expect(existsSync(sheet), sheet).toBe(true);
    expect(plain.pageStyles).toContain('@top-left');
    expect(other.pageStyles).toContain('@top-center');
  });

  it('keeps its colours and fonts where book.yaml chooses none', () => {
    const properties = (choices: Partial<LayoutSettings>) => bookPage(choose(choices), '', '').properties;
    for (const name of ['--accent', '--text', '--head']) expect(properties({})).not.toHaveProperty(name);
    expect(properties({ accent: '#1f4d3a', bodyFont: '楷', headFont: '宋' })).toMatchObject({
      '--accent': '#1f4d3a',
      '--text': 'var(--kai)',
      '--head': 'var(--song)',
      '--display': 'var(--song)',
    });
  });
});

describe('the stamp of the engine', () => {
  it('changes with every choice', async () => {
    const choices: Partial<LayoutSettings>[] = [
      {},
      { theme: '素雅' },
      { bodyPoints: 12 },
      { columns: 3 },
      { gapCharacters: 1 },
      { accent: '#1f4d3a' },
      { bodyFont: '楷' },
      { headFont: '宋' },
    ];
    const stamps = await Promise.all(choices.map((each) => engineStamp(choose(each), '')));
    expect(new Set(stamps).size).toBe(choices.length);
    expect(await engineStamp(house, '')).toBe(stamps[0]);
  });

  it('does not change with what the printing house asks, but for the bleed', async () => {
    const stamp = (press: Partial<VolumeSettings['press']>) =>
      engineStamp({ ...house, press: { ...house.press, ...press } }, '');
    const usual = await stamp({});
    const icc = { file: '印厂.icc', at: { line: 4, column: 8 } };
    expect(await stamp({ icc, inkLimit: 280, intent: '感知', photoQuality: 80, marks: true })).toBe(usual);
    expect(await stamp({ bleedMm: 5 })).not.toBe(usual);
  });
});
