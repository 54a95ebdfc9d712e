import { describe, expect, it } from 'vitest';
import { personNote, subjectNote } from '../../src/html/index-note.js';
import type { Heading, LetterGroup, Occurrence } from '../../src/subject-index/model.js';
import { INDEX_DEFAULTS, type IndexSettings } from '../../src/tree/index-settings.js';

const place = { line: 1, column: 1 };
const occurrence = (kind: Occurrence['kind']): Occurrence => ({
  kind,
  id: 'p01e1',
  words: '甲',
  file: '01.md',
  start: place,
  end: place,
  category: '农业',
});
const heading = (more: Partial<Heading> = {}): Heading => ({
  term: '甲',
  reading: { syllables: [], basis: 'single', risk: 0 },
  occurrences: [occurrence('entry')],
  see: [],
  seeAlso: [],
  subheadings: [],
  ...more,
});
const groups = (...headings: Heading[]): LetterGroup[] => [{ letter: 'J', headings }];
const note = (settings: Partial<IndexSettings> = {}, headings = [heading()], columns = 2): string =>
  subjectNote(groups(...headings), { ...INDEX_DEFAULTS, ...settings }, columns).join('\n');

describe('the note of the index', () => {
  it('names what is indexed and what is not', () => {
    expect(note()).toContain('本索引以本卷条目标题和正文中标引的词语为标引词。');
    expect(note()).not.toContain('未编入');
    expect(note({ excluded: ['特载', '附录'] })).toContain('特载、附录的内容未编入索引。');
    const captions = [heading({ occurrences: [occurrence('table'), occurrence('figure')] })];
    expect(note({}, captions)).toContain('条目标题、表格标题、图片说明和正文');
  });

  it('says how it is sorted', () => {
    expect(note()).toContain('逐字对照');
    expect(note({ order: '整词字母' })).toContain('按全词的汉语拼音字母顺序排列');
  });

  it('explains column letters where there are columns', () => {
    expect(note({ locator: '页栏' })).toContain('字母a、b表示该页自左至右的第一、二栏');
    expect(note({ locator: '页栏' }, undefined, 3)).toContain('字母a、b、c表示该页自左至右的第一、二、三栏');
    expect(note({ locator: '页栏' }, undefined, 1)).not.toContain('字母a');
    expect(note()).not.toContain('字母a');
  });

  it('says what a passage over pages gives', () => {
    expect(note()).toContain('起讫页码');
    expect(note({ span: '逐页' })).toContain('逐页标出');
    expect(note({ span: '起页' })).toContain('只标起始页码');
  });

  it('explains sub-headings and references only where they occur', () => {
    expect(note()).not.toMatch(/下级|参见|“见”/u);
    expect(note({}, [heading({ subheadings: [heading()] })])).toContain('缩格排的为其下级标引词。');
    expect(note({}, [heading({ subheadings: [heading({ seeAlso: ['乙'] })] })])).toContain('“参见”');
    expect(note({}, [heading({ see: ['乙'] })])).toMatch(/“见”[^参]+$/u);
  });

  it('is numbered', () => {
    expect(note({}, [heading({ see: ['乙'] })]).match(/^[一二三四]、/gmu)).toEqual(['一、', '二、', '三、', '四、']);
  });
});

it('the note of the index of persons speaks of names', () => {
  const words = personNote(groups(heading()), INDEX_DEFAULTS, 2).join('');
  expect(words).toContain('人名');
  expect(words).not.toContain('标引词');
});
