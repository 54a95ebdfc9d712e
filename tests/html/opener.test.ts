import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { renderOpener } from '../../src/html/opener.js';
import { classes, one, parse, text } from './elements.js';

const opener = (title: string) => one(parse(toHtml(renderOpener({ id: 'p05', title }))), '.opener');

describe('an opener', () => {
  it('has the title as a target and as the running head', () => {
    const head = one(opener('农业'), 'h1');
    expect(head.attributes).toMatchObject({ id: 'p05', class: 'running-title', 'data-title': '农业' });
    expect(text(head)).toBe('农业');
  });

  it('tells the theme how long the title is', () => {
    expect(opener('中国共产党金川区委员会').attributes.style).toBe('--length: 11');
    expect(classes(opener('农业'))).toContain('of-2');
    expect(classes(opener('大事记'))).not.toContain('of-2');
  });
});
