import { describe, expect, it } from 'vitest';
import { manuscript, nodes, short, tree } from './sample.js';

const document = (body: string): string =>
  manuscript(body, '体裁: 文件', '文号: 测政发〔2021〕5号', '日期: 2021年6月4日');

describe('an official document', () => {
  it('has its number and date', async () => {
    expect(await tree(document('甲。\n'))).toMatchObject({
      documentNumber: { value: '测政发〔2021〕5号' },
      date: { value: '2021年6月4日' },
    });
  });

  it.each(['第一条', '第二十一条', '第一百零三条', '第3条', '第十二条之一'])('reads %s as a clause', async (label) => {
    for (const typed of [`${label}　甲。`, `${label} 甲。`, `**${label}**　甲。`, `　　${label}　甲。`]) {
      const [clause] = await nodes(document(`${typed}\n`), 'clause');
      expect(clause?.label.value).toBe(label);
      expect(short(clause?.children ?? [])).toBe('甲。');
    }
  });

  it('does not take a reference for a clause', async () => {
    expect(await nodes(document('第一条规定的期限。\n\n依照第二条　办理。\n'), 'clause')).toEqual([]);
  });

  it('has chapters, and items as paragraphs', async () => {
    const { children } = await tree(document('## 第一章　总则\n\n第一条　甲。\n\n（一）乙；\n'));
    expect(children[0]).toMatchObject({ type: 'section', children: [{ type: 'clause' }, { type: 'paragraph' }] });
    expect(children[0]?.type === 'section' && short(children[0].title)).toBe('第一章　总则');
  });
});
