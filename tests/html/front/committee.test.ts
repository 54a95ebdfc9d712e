import { describe, expect, it } from 'vitest';
import { all, classes, one, type Tag, text } from '../elements.js';
import { set } from '../set.js';

const committee = (body: string): Promise<Tag> => set(`---\n类目: 卷首\n体裁: 名录\n标题: 编纂委员会\n---\n\n${body}`);

describe('a 编纂委员会', () => {
  it('has its names in blocks of their own, padded, without marks between them', async () => {
    const page = await committee('- 主任：李强\n- 委员：王芳；欧阳明；赵一\n');
    expect(all(page, '.post-title').map(text)).toEqual(['主　任：', '委　员：']);
    expect(all(page, '.holder').map(text)).toEqual(['李　强', '王　芳', '欧阳明', '赵　一']);
    expect(text(page)).not.toContain('；');
  });

  it('sets a name with its office in a line of its own', async () => {
    const page = await committee('- 主任：李强（县长）；王芳\n');
    expect(all(page, '.noted').map(text)).toEqual(['李　强　　（县长）']);
  });

  it('gives a long name the room of two, and a long title a line over its names', async () => {
    const page = await committee('- 委员（按姓氏笔画为序）：阿不都·热合曼；王芳\n- 副主任：李强\n');
    expect(all(page, '.long').map(text)).toEqual(['阿不都·热合曼']);
    expect(all(page, '.post-title').map((title) => classes(title).includes('wide'))).toEqual([true, false]);
  });

  it('keeps its parts under their heads', async () => {
    const page = await committee('## 编纂委员会\n\n- 主任：李强\n\n## 编辑部\n\n- 主编：王芳\n\n名单截至12月。\n');
    expect(all(page, '.system').map(text)).toEqual(['编纂委员会主　任：李　强', '编辑部主　编：王　芳名单截至12月。']);
    expect(all(page, 'h3').map(({ attributes }) => attributes.id)).toEqual(['p01m01h1', 'p01m01h2']);
  });

  it('is a matter of the 卷首: a roster of the body stays as it is', async () => {
    const page = await set('---\n类目: 附录\n体裁: 名录\n---\n\n- 委员：王芳；赵一\n');
    expect(all(page, '.committee')).toEqual([]);
    expect(text(one(page, '.post'))).toContain('；');
  });
});
