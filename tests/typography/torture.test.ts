/** The torture volume through the front door, judged by the inspector and by plain rules of our own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { measuresOf } from '../../src/design/measures.js';
import type { Layout } from '../../src/inspect/layout.js';
import { extractText } from '../../src/press/text/extract.js';
import type { VolumeSettings } from '../../src/tree/nodes.js';
import { readSettings } from '../../src/volume/settings.js';
import { nianjian } from '../cli/nianjian.js';
import { projectFolder } from '../pipeline/six-genres.js';
import { scratchFolder } from '../pipeline/volume.js';
import { RUNS } from './marks-part.js';
import {
  dividedNumbers,
  kinsokuBreaches,
  lineEndMarks,
  lonelyLines,
  markDistances,
  onGrid,
  type Printed,
  readPrinted,
} from './measure.js';
import { tortureVolume, upTo } from './torture.js';

const scratch = scratchFolder();
const POINTS_PER_PX = 0.75;
/** Rules of the inspector that running text keeps whatever it says. */
const KEPT = [
  'line-start-mark',
  'line-end-mark',
  'mark-split',
  'marks-loose',
  'marks-collide',
  'mark-width',
  'han-tight',
  'uneven-line',
  'mixed-gap-uneven',
  'stray-space',
  'line-start-half',
  'line-end-half',
  'line-left',
  'line-right',
  'outside-area',
  'last-line-single',
  'baseline-grid',
  'glyphs-overlap',
];

describe.each([
  { name: '大16开', settings: '开本: 大16开\n', slides: [3, 8, 14, 19], lengths: upTo(120), rows: 60 },
  {
    name: '16开 of the other theme in three columns',
    settings: '开本: 16开\n版式:\n  栏数: 3\n  字号: 小五\n  主题: 素雅\n',
    slides: [11],
    lengths: upTo(40),
    rows: 20,
  },
])('the torture volume in $name', ({ name, ...torture }) => {
  let printed: Printed;
  let layout: Layout;
  let line: number;

  beforeAll(async () => {
    const home = projectFolder(join(scratch, name), await tortureVolume(torture));
    // What is missing, clipped or other than the manuscripts say refuses the book.
    const { code, stderr } = nianjian(['build'], { cwd: home });
    expect(code, stderr).toBe(0);
    const dist = join(home, 'dist', '2022');
    printed = readPrinted(extractText(readFileSync(join(dist, 'book.pdf'))));
    layout = JSON.parse(readFileSync(join(dist, 'layout.json'), 'utf8')) as Layout;
    const { settings } = readSettings(`书名: 测试县年鉴\n卷号: 2022\n${torture.settings}`);
    line = measuresOf(settings as VolumeSettings).line * POINTS_PER_PX;
  });

  it('has lines that turn over before and after every mark', () => {
    const turned = printed.lines.filter(({ turnsOver }) => turnsOver);
    expect(turned.length).toBeGreaterThan(500);
    expect(
      new Set(turned.map(({ text }) => text.at(-1)).filter((char) => /[，。、；：？！”’）】》]/u.test(char ?? '')))
        .size,
    ).toBeGreaterThan(8);
    expect(new Set(markDistances(printed).map(({ pair }) => pair)).size).toBeGreaterThan(RUNS.length / 2);
  });

  it('has no mark where none may stand', () => {
    expect(kinsokuBreaches(printed)).toEqual([]);
  });

  it('divides no number and no word', () => {
    expect(dividedNumbers(printed)).toEqual([]);
  });

  it('sets two marks in one and a half squares', () => {
    expect(markDistances(printed).filter(({ distance }) => Math.abs(distance - 0.5) > 0.1)).toEqual([]);
  });

  it('gives a mark at a line’s end half a square', () => {
    expect(lineEndMarks(printed).filter(({ off }) => off > 0.1)).toEqual([]);
  });

  it('ends no paragraph in a line of one character', () => {
    expect(lonelyLines(printed)).toEqual([]);
  });

  it('keeps the lines on one grid', () => {
    expect(onGrid(printed, line)).toBeGreaterThan(0.995);
  });

  it('keeps the rules of the inspector', () => {
    const kept = layout.rules.filter(({ rule }) => KEPT.includes(rule));
    expect(kept.map(({ rule }) => rule).sort()).toEqual([...KEPT].sort());
    expect(layout.breaches.filter(({ rule, kind }) => kind === 'fault' && KEPT.includes(rule))).toEqual([]);
  });
});
