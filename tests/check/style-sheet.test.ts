import { describe, expect, it } from 'vitest';
import { checkStyles } from '../../src/book/theme.js';
import { checkStyleSheet } from '../../src/check/style-sheet.js';
import { THEMES } from '../../src/tree/layout.js';

const faults = (css: string): string[] =>
  checkStyleSheet('styles/a.css', css).map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe('style sheets for print', () => {
  it.each([
    'color: #8c1c1380',
    'color: #8c1c',
    'color: rgba(0, 0, 0, 0.5)',
    'color: rgb(0 0 0 / 50%)',
    'color: rgb(0, 0, 0, .5)',
    'background: linear-gradient(#000, transparent)',
    'background: color-mix(in srgb, #000 50%, transparent)',
    '--shade: hsl(0 0% 0% / 50%)',
    'opacity: .5',
    'opacity: 0 !important',
    'box-shadow: 0 0 2px #000',
    'text-shadow: 0 0 2px #000',
    'filter: blur(2px)',
    'backdrop-filter: blur(2px)',
    'mix-blend-mode: multiply',
    'background-blend-mode: screen',
    'mask: url(a.png)',
  ])('may not say “%s”', (declaration) => {
    expect(faults(`/* 一行\n二行 */\n.tab { margin: 0; ${declaration} }`)).toEqual(['3:19 style-transparency']);
  });

  it.each([
    'opacity: 1',
    'box-shadow: none',
    'mix-blend-mode: normal',
    'color: #8c1c13',
    'color: #fff',
    'background: transparent',
    'background: linear-gradient(#000, #fff)',
    'color: rgb(0 0 0)',
    'background: url(a/b.png)',
    'width: calc(100% / 3)',
  ])('may say “%s”', (declaration) => {
    expect(faults(`.tab { ${declaration} } /* opacity: .5 */`)).toEqual([]);
  });

  it.each(THEMES)('are all opaque in %s', (theme) => {
    expect(checkStyles({ theme } as Parameters<typeof checkStyles>[0])).toEqual([]);
  });
});
