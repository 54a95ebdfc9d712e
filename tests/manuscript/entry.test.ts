import { describe, expect, it } from 'vitest';
import { phrasingText } from '../../src/tree/tree-text.js';
import { manuscript, nodes, read, short, tree } from './sample.js';

describe('entries', () => {
  it('are headings under a 分目', async () => {
    const { children } = await tree(manuscript('## 种植业\n\n### 春耕\n\n甲。\n\n乙。\n\n### 秋收\n\n丙。\n'));
    const [subcategory] = children;
    if (subcategory?.type !== 'subcategory') throw new Error('no 分目');
    expect(phrasingText(subcategory.title)).toBe('种植业');
    expect(subcategory.children.map((child) => child.type)).toEqual(['entry', 'entry']);
    expect(subcategory.id).toBe('p01m01s1');
    const ids = subcategory.children.map((child) => ('id' in child ? child.id : ''));
    expect(ids).toEqual(['p01m01e1', 'p01m01e2']);
  });

  it.each([
    ['as departments type', '【春耕】甲。\n'],
    ['indented by ideographic spaces', '　　【春耕】甲。\n'],
    ['indented by four spaces', '    【春耕】甲。\n'],
    ['indented by a tab', '\t【春耕】甲。\n'],
    ['in bold', '**【春耕】**甲。\n'],
    ['with a bold title inside', '【**春耕**】甲。\n'],
    ['with a space after it', '【春耕】　甲。\n'],
  ])('open at a paragraph that begins with 【】, %s', async (_, body) => {
    const [entry] = await nodes(manuscript(body), 'entry');
    expect(short(entry?.title ?? [])).toBe('春耕');
    const [paragraph] = entry?.children ?? [];
    expect(paragraph?.type === 'paragraph' && short(paragraph.children)).toBe('甲。');
  });

  it('keep bold that goes on after the title', async () => {
    const [entry] = await nodes(manuscript('**【春耕】甲**乙。\n'), 'entry');
    const [paragraph] = entry?.children ?? [];
    expect(paragraph?.type === 'paragraph' && short(paragraph.children)).toBe('*甲*乙。');
  });

  it('may have a title that is an index mark', async () => {
    const [entry] = await nodes(manuscript('【:索引[春耕]{词="耕种"}】甲。\n'), 'entry');
    expect(short(entry?.title ?? [])).toBe('[春耕|耕种]');
  });

  it('hold what follows up to the next title', async () => {
    const entries = await nodes(manuscript('【甲】一。\n\n二。\n\n| 表 |\n| --- |\n| 1 |\n\n【乙】三。\n'), 'entry');
    expect(entries.map((entry) => entry.children.map((child) => child.type))).toEqual([
      ['paragraph', 'paragraph', 'table'],
      ['paragraph'],
    ]);
  });

  it('know the place of title and text', async () => {
    const [entry] = await nodes(manuscript('　　【春耕】甲。\n'), 'entry');
    expect(entry?.position.start).toMatchObject({ line: 5, column: 1 });
    expect(entry?.children[0]?.position.start).toMatchObject({ line: 5, column: 7 });
  });

  it('need no 分目', async () => {
    expect((await tree(manuscript('### 春耕\n\n甲。\n'))).children.map((child) => child.type)).toEqual(['entry']);
  });

  it('may follow text that belongs to the 分目', async () => {
    const [subcategory] = (await tree(manuscript('## 种植业\n\n概述。\n\n【春耕】甲。\n'))).children;
    expect(subcategory?.type === 'subcategory' && subcategory.children.map((child) => child.type)).toEqual([
      'paragraph',
      'entry',
    ]);
  });

  it('leave 【】 inside a sentence alone', async () => {
    const { manuscript: result } = await read(manuscript('会议听取【甲】汇报。\n'));
    expect(result?.children.map((child) => child.type)).toEqual(['paragraph']);
  });
});
