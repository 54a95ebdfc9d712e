import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/inspect/lines.js';
import type { AddressedLine } from '../../src/proof/passages.js';
import { placedPassages, unplacedPassages } from '../../src/proof/passages.js';
import type { Run, Stretch } from '../../src/tree/tree-text.js';

const run = (text: string, line: number, column: number): Run => ({ text, file: '01-农业/01-甲.md', line, column });
const stretch = (kind: Stretch['kind'], ...runs: Run[]): Stretch => ({ kind, path: ['农业'], runs });
/** Only where a line begins matters here. */
const lineAt = (offset: number, address: string): AddressedLine => ({ line: { offset } as Line, address });

const STRETCHES = [
  stretch('title', run('春耕', 5, 5)),
  stretch('paragraph', run('甲乙 丙', 7, 1), run('丁戊己', 7, 9)),
  stretch('paragraph', run('　', 8, 1)),
  stretch('cell', run('庚', 9, 3)),
];
const RUNS = STRETCHES.flatMap(({ runs }) => runs);

describe('the passages of a flow', () => {
  it('know the lines on which they stand, and the character with which each begins', () => {
    const lines = [lineAt(0, '1a1'), lineAt(4, '1a2'), lineAt(7, '1b1'), lineAt(8, '1b2')];
    expect(placedPassages(STRETCHES, RUNS, lines).map(({ text, lines: on }) => [text, on])).toEqual([
      ['春耕', [[0, '1a1']]],
      [
        '甲乙丙丁戊己',
        [
          [0, '1a1'],
          [2, '1a2'],
          [5, '1b1'],
        ],
      ],
      ['庚', [[0, '1b2']]],
    ]);
  });

  it('are not where the tool writes, and are named once where two stretches of one line share an address', () => {
    // 续表 on a line of its own, and a line in two pieces side by side.
    const lines = [lineAt(0, '1a1'), lineAt(8, '1b1'), lineAt(8, '1b2'), lineAt(8, '1b2')];
    expect(placedPassages(STRETCHES, RUNS, lines).at(-1)?.lines).toEqual([[0, '1b2']]);
  });

  it('are found where the pages have them in another order than the manuscript', () => {
    const [title, first, second, , cell] = RUNS as [Run, Run, Run, Run, Run];
    const moved = [cell, title, first, second];
    const placed = placedPassages(STRETCHES, moved, [lineAt(0, '1a1'), lineAt(1, '1a2'), lineAt(6, '1a3')]);
    expect(placed.map(({ text, lines }) => [text, lines])).toEqual([
      ['春耕', [[0, '1a2']]],
      [
        '甲乙丙丁戊己',
        [
          [0, '1a2'],
          [3, '1a3'],
        ],
      ],
      ['庚', [[0, '1a1']]],
    ]);
  });

  it('have no lines where they are on no page', () => {
    expect(unplacedPassages(STRETCHES).map(({ lines }) => lines)).toEqual([[], [], []]);
    expect(unplacedPassages(STRETCHES)[1]).toMatchObject({ line: 7, column: 1, kind: 'paragraph' });
  });
});
