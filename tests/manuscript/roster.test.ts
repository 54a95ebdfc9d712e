import { describe, expect, it } from 'vitest';
import { treeRuns } from '../../src/tree/tree-text.js';
import { manuscript, nodes, read, tree } from './sample.js';

const roster = (body: string): string => manuscript(body, '体裁: 名录');

describe('a roster', () => {
  it('has systems, units and posts', async () => {
    const { children } = await tree(
      roster('## 党委\n\n- 书记：李强\n\n### 办公室\n\n- 主任：王芳\n\n## 政府\n\n### 办公室\n\n- 主任：赵一\n'),
    );
    expect(children.map((child) => child.type)).toEqual(['system', 'system']);
    expect(children[0]?.type === 'system' && children[0].children.map((child) => child.type)).toEqual(['post', 'unit']);
  });

  it('may have units without a system', async () => {
    expect((await tree(roster('### 办公室\n\n- 主任：王芳\n'))).children[0]).toMatchObject({
      type: 'unit',
      id: 'p01m01h1',
    });
  });

  it.each([
    ['several holders', '副主任：李强；王芳', ['副主任', '李强', '王芳']],
    ['notes', '主任：李强（女，2021年1月任）', ['主任', '李强（女，2021年1月任）']],
    ['brackets in brackets', '校长：李强（党校（学校）校长任至8月）', ['校长', '李强（党校（学校）校长任至8月）']],
    ['brackets in the post', '党校（学校）校长、书记：李强（女）', ['党校（学校）校长、书记', '李强（女）']],
    ['； inside a note', '主任：李强（1月任；8月免）；王芳', ['主任', '李强（1月任；8月免）', '王芳']],
    ['two notes', '主任：李强（女）（挂职）', ['主任', '李强（女）（挂职）']],
    ['a colon in a note', '主任：李强（任期：一年）', ['主任', '李强（任期：一年）']],
    ['a rare character', '主任：𬱖强（女）', ['主任', '𬱖强（女）']],
  ])('reads %s', async (_, line, expected) => {
    const [post] = await nodes(roster(`- ${line}\n`), 'post');
    const holders = post?.holders.map(({ name, note }) => (note ? `${name.value}（${note.value}）` : name.value)) ?? [];
    expect([post?.title.value, ...holders]).toEqual(expected);
    const printed = treeRuns(await tree(roster(`- ${line}\n`)));
    expect(printed.map((run) => run.text).join('')).toBe(line);
  });

  it('takes half-width marks for full-width ones, and lists them', async () => {
    const { manuscript: result, messages, changes } = await read(roster('- 主任:李强(女);王芳\n'));
    expect(messages).toEqual([]);
    expect(
      result &&
        treeRuns(result)
          .map((run) => run.text)
          .join(''),
    ).toBe('主任：李强（女）；王芳');
    expect(changes.map(({ column, before }) => `${column}${before}`)).toEqual(['5:', '8(', '10)', '11;']);
  });

  it('takes the padding out of a name, and lists it', async () => {
    const { manuscript: result, changes } = await read(roster('- 主任：李　强；王 芳\n'));
    const post = result?.children[0];
    expect(post?.type === 'post' && post.holders.map(({ name }) => name.value)).toEqual(['李强', '王芳']);
    expect(changes.map(({ rule }) => rule)).toEqual(['name-unpadded', 'name-unpadded']);
  });

  it('knows the place of each name', async () => {
    const [post] = await nodes(roster('- 主任：李强（女）；王芳\n'), 'post');
    expect(post?.holders.map(({ name }) => name.position.start.column)).toEqual([6, 12]);
    expect(post?.holders[0]?.note?.position.start.column).toBe(9);
  });

  it('keeps paragraphs and tables between the posts', async () => {
    const { children } = await tree(roster('说明。\n\n- 主任：李强\n\n**表**\n\n| 甲 |\n| --- |\n| 1 |\n'));
    expect(children.map((child) => child.type)).toEqual(['paragraph', 'post', 'table']);
  });
});
