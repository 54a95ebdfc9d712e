import { describe, expect, it } from 'vitest';
import { houseLayout } from '../../src/design/house-layout.js';
import { measuresOf } from '../../src/design/measures.js';
import { furnitureOf } from '../../src/html/book-flows.js';
import { lettersTitle } from '../../src/html/index-letters.js';
import { indexFlows } from '../../src/html/index-pages.js';
import { compileIndex } from '../../src/subject-index/compile.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import { manuscript } from '../manuscript/sample.js';
import { all, classes, manuscriptText, one, parse, type Tag, text } from './elements.js';
import { indexFlowOf, volumeOf } from './set.js';

/** The index of one manuscript; `folio` gives the printed folio of an id. */
async function index(body: string, folio: (id: string) => string = () => '12'): Promise<Tag> {
  const flow = await indexFlowOf(await volumeOf({ '01-农业/01-甲.md': manuscript(body) }), folio);
  if (!flow) throw new Error('no index');
  return parse(flow.html);
}

const MEASURES = measuresOf({ trim: '大16开', layout: houseLayout('大16开') });
const POINT = { sheet: 11, folio: '12', column: 0 };
const HERE = () => ({ from: POINT, to: POINT });

const compiled = async (body: string) => compileIndex(await volumeOf({ '01-农业/01-甲.md': manuscript(body) }));

/** `level text` of each line, white space dropped. */
const lines = (page: Tag): string[] =>
  all(page, '.line').map((line) => {
    const level = classes(line).find((name) => name.startsWith('level-'));
    return `${level?.slice('level-'.length)} ${manuscriptText(line)}`;
  });

describe('the index', () => {
  it('has letters with their headings, and digits and letters before A', async () => {
    const page = await index('【春耕】甲。\n\n【5G基站】乙。\n\n【PPP项目】戊。\n\n【财政】丙。\n\n【安全】丁。\n');
    expect(all(page, '.letter').map((letter) => [text(one(letter, 'h2')), all(letter, '.words').map(text)])).toEqual([
      ['数字和字母', ['5G基站', 'PPP项目']],
      ['A', ['安全']],
      ['C', ['财政', '春耕']],
    ]);
    expect(all(page, '.letter').map(({ attributes }) => attributes['data-letter'])).toEqual(['数字和字母', 'A', 'C']);
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

  it('has 见 behind its term and 参见 on a line of its own', async () => {
    const page = await index(
      '【河长制】:索引[]{词="河湖长制" 见="河长制"}:索引[]{词="河长制" 参见="林长制"}:索引[]{词="林长制"}甲。\n',
    );
    expect(lines(page)).toEqual(['1 河湖长制见河长制', '1 河长制12', '2 参见林长制', '1 林长制12']);
  });

  it('has each reference once, several parted by ；', async () => {
    const page = await index(
      '【甲】:索引[]{词="乙" 参见="甲"}:索引[]{词="乙" 参见="甲"}:索引[]{词="乙" 参见="丙"}:索引[]{词="丙"}丁。\n',
    );
    expect(lines(page)).toContain('2 参见甲；丙');
  });

  it('has 下级 below its heading, a level lower and sorted; the heading needs no folio of its own', async () => {
    const page = await index('【甲】:索引[]{词="蔬菜" 下级="供港蔬菜"}:索引[]{词="蔬菜" 下级="大棚"}乙。\n');
    expect(lines(page)).toEqual(['1 甲12', '1 蔬菜', '2 大棚12', '2 供港蔬菜12']);
  });

  it('has a leader before folios, however many, and none where there are none', async () => {
    const page = await index(
      '【甲】乙。\n\n【丙】:索引[丁]{词="丙"}:索引[]{词="戊" 见="甲"}:索引[]{词="己" 下级="庚"}。\n',
      (id) => ({ p01m01e1: '3', p01m01e2: '5', p01m01k1: '9' })[id] ?? '7',
    );
    expect(all(page, '.line').map((line) => [manuscriptText(line), all(line, '.leader').length])).toEqual([
      ['丙5，9', 1],
      ['己', 0],
      ['庚7', 1],
      ['甲3', 1],
      ['戊见甲', 0],
    ]);
  });

  it('has a space instead of a leader where book.yaml wants it', async () => {
    const [flow] = indexFlows(await compiled('【甲】乙。\n'), HERE, { ...INDEX_DEFAULTS, leader: '空格' }, MEASURES);
    const page = parse(flow?.html ?? '');
    expect(all(page, '.leader')).toEqual([]);
    expect(text(one(page, '.line'))).toBe('甲　12');
  });

  it('keeps the first folio with the words before it, and every other one whole', async () => {
    const page = await index('【甲】:索引[]{词="甲"}乙。\n', (id) => ({ p01m01e1: '3', p01m01k1: '105' })[id] ?? '');
    const line = one(page, '.line');
    const kept = all(line, 'span').filter(({ attributes }) => 'data-keep' in attributes);
    expect(text(kept[0] ?? '')).toBe('　3');
    expect(all(line, 'a').map(({ attributes }) => attributes['data-keep'])).toEqual(['', '']);
  });

  it('names what stands before A by what it holds', () => {
    const title = (...terms: string[]) => lettersTitle({ letter: '#', headings: terms.map((term) => ({ term })) });
    expect(title('12345热线', '“3+1”模式')).toBe('数字');
    expect(title('PPP', '《条例》', '5G')).toBe('符号、数字和字母');
    expect(title('㐂')).toBe('其他');
    expect(lettersTitle({ letter: 'B', headings: [{ term: '办公' }] })).toBe('B');
  });

  it('has a second index of persons, names set as wide as one of three characters, in one column more', async () => {
    const { subjects } = await compiled('【李白】甲。\n\n【王安石】乙。\n\n【杜甫（诗人）】乙。\n');
    const flows = indexFlows({ subjects, persons: subjects }, HERE, INDEX_DEFAULTS, MEASURES);
    expect(flows.map(({ id, title }) => [id, title])).toEqual([
      ['index', '索引'],
      ['index-persons', '人名索引'],
    ]);
    const persons = parse(flows[1]?.html ?? '');
    expect(all(persons, '.words').map(text)).toEqual(['杜　甫（诗人）', '李　白', '王安石']);
    expect(all(persons, 'section').map(({ attributes }) => attributes.style)[0]).toBe('--index-columns: 4');
    expect(one(persons, 'h1').attributes).toMatchObject({ id: 'index-persons', 'data-title': '人名索引' });
    expect(indexFlows({ subjects: [], persons: subjects }, HERE, INDEX_DEFAULTS, MEASURES)).toHaveLength(1);
  });

  it('prints no word that the fonts are not asked for', async () => {
    const body = '【㐂字】:索引[]{词="龘" 见="㐂字"}:索引[]{词="㐂字" 参见="靐"}:索引[]{词="靐" 下级="齉"}甲。\n';
    const { subjects } = await compiled(body);
    const volume = await volumeOf({ '01-农业/01-甲.md': manuscript(body) });
    const known = new Set(furnitureOf({ subjects, persons: subjects }, volume.settings));
    for (const { runs } of indexFlows({ subjects, persons: subjects }, HERE, INDEX_DEFAULTS, MEASURES)) {
      for (const run of runs) expect([...run.text].filter((one) => one.trim() !== '' && !known.has(one))).toEqual([]);
    }
  });

  it('is a flow of the body under the head 索引, with a note on how to use it', async () => {
    const flow = await indexFlowOf(await volumeOf({ '01-农业/01-甲.md': manuscript('【甲】乙。\n') }), () => '1');
    expect(flow).toMatchObject({ id: 'index', numbering: 'decimal', start: '另页', pageStyle: 'index' });
    const page = parse(flow?.html ?? '');
    expect(text(one(page, '.note'))).toContain('按汉语拼音字母顺序逐字排列');
    expect(one(page, 'h1').attributes.id).toBe('index');
  });

  it('is missing where nothing is indexed', async () => {
    expect(await indexFlowOf(await volumeOf({ '01-农业/01-甲.md': manuscript('甲。\n') }), () => '1')).toBeUndefined();
  });
});
