import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { captionParts, renderFigureCaption } from '../../src/html/figure-caption.js';
import type { Figure } from '../../src/tree/nodes.js';
import { manuscript, nodes } from '../manuscript/sample.js';
import { all, one, parse, text } from './elements.js';

async function figure(body: string): Promise<Figure> {
  return (await nodes(manuscript(body, '体裁: 彩页'), 'figure'))[0] as Figure;
}

async function caption(body: string): Promise<string | undefined> {
  const element = renderFigureCaption(await figure(body));
  return element && text(parse(toHtml(element)));
}

describe('the caption of a figure', () => {
  it('ends with who took the photo', async () => {
    expect(await caption('![麦田](1.jpg){摄影=李志强}\n')).toBe('麦田（摄影：李志强）');
    expect(await caption('![](1.jpg){摄影=李志强}\n')).toBe('（摄影：李志强）');
    expect(await caption('![麦田](1.jpg)\n')).toBe('麦田');
    expect(await caption('![](1.jpg)\n')).toBeUndefined();
  });

  it('names photographers of several photos once each', async () => {
    const two = '![](1.jpg){摄影=李志强}\n![](2.jpg){摄影=王小芳}\n![麦田](3.jpg){摄影=李志强}\n';
    expect(await caption(two)).toBe('麦田（摄影：李志强、王小芳）');
  });

  it('keeps words and the credit whole where it turns over', async () => {
    const element = renderFigureCaption(await figure('![金水湖国家湿地公园全景鸟瞰](1.jpg){摄影=李志强}\n'));
    const kept = all(parse(toHtml(element ?? [])), 'span').filter(({ attributes }) => 'data-keep' in attributes);
    expect(kept.map(text)).toContain('湿地');
    expect(text(kept.at(-1) ?? one(parse('<p></p>'), 'p'))).toBe('（摄影：李志强）');
  });

  it('is planned with all that it prints', async () => {
    const [plain = 0, ...more] = captionParts(await figure('![麦田](1.jpg){摄影=李志强}\n'));
    expect([plain, more.length]).toEqual([2, 1]);
    expect(more[0]).toBeCloseTo(0.85 * 8, 1);
  });
});
