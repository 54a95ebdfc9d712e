import { describe, expect, it } from 'vitest';
import { manuscript } from '../manuscript/sample.js';
import { all, classes, manuscriptText, one, parse, type Tag, text } from './elements.js';
import { indexFlowOf, volumeOf } from './set.js';

/** The index of one manuscript; `folio` gives the printed folio of an id. */
async function index(body: string, folio: (id: string) => string = () => '12'): Promise<Tag> {
  const flow = await indexFlowOf(await volumeOf({ '01-农业/01-甲.md': manuscript(body) }), folio);
  if (!flow) throw new Error('no index');
  return parse(flow.html);
}

/** `level text` of each line, white space dropped. */
const lines = (page: Tag): string[] =>
  all(page, '.line').map((line) => {
    const level = classes(line).find((name) => name.startsWith('level-'));
    return `${level?.slice('level-'.length)} ${manuscriptText(line)}`;
  });

describe('the index', () => {
  it('has letters with their headings, and digits and letters before A', async () => {
    const page = await index('【春耕】甲。\n\n【5G基站】乙。\n\n【财政】丙。\n\n【安全】丁。\n');
    expect(all(page, '.letter').map((letter) => [text(one(letter, 'h2')), all(letter, '.words').map(text)])).toEqual([
      ['数字和字母', ['5G基站']],
      ['A', ['安全']],
      ['C', ['财政', '春耕']],
    ]);
    expect(all(page, 'h2').map(({ attributes }) => attributes['data-letter'])).toEqual(['#', 'A', 'C']);
  });

  it('prints each folio once, in the order of the book, and links it to the first place on that page', async () => {
    const folios: Record<string, string> = { p01m01e1: '3', p01m01k1: '3', p01m01k2: '5', p01m01k3: '5' };
    const page = await index(
      '【春耕】:索引[甲]{词="春耕"}。\n\n:索引[乙]{词="春耕"}，:索引[丙]{词="春耕"}。\n',
      (id) => folios[id] ?? '',
    );
    expect(lines(page)).toEqual(['1 春耕3，5']);
    expect(all(page, 'a').map(({ attributes }) => attributes.href)).toEqual(['#p01m01e1', '#p01m01k2']);
  });

  it('has 见 without a folio and 参见 behind the folios', async () => {
    const page = await index(
      '【河长制】:索引[]{词="河湖长制" 见="河长制"}:索引[]{词="河长制" 参见="林长制"}:索引[]{词="林长制"}甲。\n',
    );
    expect(lines(page)).toEqual(['1 河长制12参见林长制', '1 河湖长制见河长制', '1 林长制12']);
  });

  it('has each reference once, several parted by ；', async () => {
    const page = await index(
      '【甲】:索引[]{词="乙" 参见="甲"}:索引[]{词="乙" 参见="甲"}:索引[]{词="乙" 参见="丙"}:索引[]{词="丙"}丁。\n',
    );
    expect(lines(page)).toContain('1 乙12参见甲；丙');
  });

  it('has 下级 below its heading, a level lower and sorted; the heading needs no folio of its own', async () => {
    const page = await index('【甲】:索引[]{词="蔬菜" 下级="供港蔬菜"}:索引[]{词="蔬菜" 下级="大棚"}乙。\n');
    expect(lines(page)).toEqual(['1 甲12', '1 蔬菜', '2 大棚12', '2 供港蔬菜12']);
  });

  it('has a leader to a folio that stands alone, none where several or a reference follow the words', async () => {
    const page = await index(
      '【甲】乙。\n\n【丙】:索引[丁]{词="丙"}:索引[]{词="戊" 见="甲"}:索引[]{词="己" 下级="庚"}。\n',
      (id) => id.slice(-2),
    );
    expect(all(page, '.line').map((line) => [manuscriptText(line), all(line, '.leader').length])).toEqual([
      ['丙e2，k1', 0],
      ['己', 0],
      ['庚k3', 1],
      ['甲e1', 1],
      ['戊见甲', 0],
    ]);
  });

  it('is a flow of the body under the head 索引, with a note on how to use it', async () => {
    const flow = await indexFlowOf(await volumeOf({ '01-农业/01-甲.md': manuscript('【甲】乙。\n') }), () => '1');
    expect(flow).toMatchObject({ id: 'index', numbering: 'decimal', start: '另页', pageStyle: 'index' });
    const page = parse(flow?.html ?? '');
    expect(text(one(page, '.note'))).toContain('按汉语拼音字母顺序排列');
    expect(one(page, 'h1').attributes.id).toBe('index');
  });

  it('is missing where nothing is indexed', async () => {
    expect(await indexFlowOf(await volumeOf({ '01-农业/01-甲.md': manuscript('甲。\n') }), () => '1')).toBeUndefined();
  });
});
