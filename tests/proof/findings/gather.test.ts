/** Findings put together: which belong to a proof, where they stand, their numbers under reflow, and their dismissals. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/inspect/inspect.js';
import type { Breach } from '../../../src/inspect/layout.js';
import { countFindings, type FindingSources, gatherFindings } from '../../../src/proof/findings/gather.js';
import { LAYOUT_REMEDIES } from '../../../src/proof/findings/layout-remedies.js';
import type { Finding } from '../../../src/proof/model.js';
import type { Dismissal } from '../../../src/tree/dismissal.js';
import type { Message } from '../../../src/tree/message.js';
import { FILE, samplePage, sampleRecord } from '../record/sample.js';

const SOURCE = `${'\n'.repeat(7)}全县粮食播种面积稳定在1.2万公顷以上，比上年增长5.3%。各乡镇组织农户抢抓农时。\n`;
const MARKS: Message = {
  severity: 'warning',
  rule: 'marks-unpaired',
  file: FILE,
  line: 8,
  column: SOURCE.trim().indexOf('增长') + 1,
  reason: '“（”没有与它成对的“）”',
  remedy: '把标点写成一对',
};
const BREACH: Breach = {
  rule: 'han-gap',
  kind: 'fault',
  sheet: 61,
  folio: '57',
  column: 2,
  line: 2,
  address: '57页右栏2行',
  what: '字距 0.39 个字',
  text: '织农户抢抓农时。',
  source: { file: FILE, line: 8, column: 31 },
};
const position = { start: { line: 1, column: 3 }, end: { line: 1, column: 9 } };

function gather(changes: Partial<FindingSources> = {}): Finding[] {
  const { pages, passages } = sampleRecord();
  for (const page of pages) page.photos = [];
  return gatherFindings({
    pages,
    passages,
    manuscripts: [FILE],
    messages: [],
    isCheck: (rule) => rule === 'marks-unpaired',
    breaches: [],
    ruleNames: new Map(RULES.map(({ id, name }) => [id, name])),
    dismissals: [],
    dismissalsFile: '已核.yaml',
    source: () => SOURCE,
    whole: false,
    ...changes,
  });
}

describe('findings', () => {
  it('are those of the manuscripts and pages in the proof', () => {
    const messages = [MARKS, { ...MARKS, file: '05-法治/01-公安.md' }];
    const breaches = [BREACH, { ...BREACH, sheet: 99 }];
    expect(gather({ messages, breaches })).toEqual([
      {
        number: expect.stringMatching(/^[A-Z3479]{4}$/u),
        severity: 'warning',
        rule: 'marks-unpaired',
        author: '检查',
        reason: MARKS.reason,
        remedy: MARKS.remedy,
        text: '公顷以上，比上年增长5.3%。各乡镇组织',
        address: '57b1',
        place: { file: FILE, line: 8, column: MARKS.column },
      },
      {
        number: expect.stringMatching(/^[A-Z3479]{4}$/u),
        severity: 'warning',
        rule: 'han-gap',
        author: '版面',
        reason: '字距过大：字距 0.39 个字',
        remedy: LAYOUT_REMEDIES['han-gap'],
        text: '织农户抢抓农时。',
        address: '57b2',
        place: BREACH.source,
      },
    ]);
    expect(gather({ messages: [{ ...MARKS, rule: 'number-space' }] })[0]?.author).toBe('读稿');
  });

  it('come in the order of the lines, and what stands on no page last', () => {
    const wholeFile: Message = { severity: 'warning', rule: 'a', file: FILE, reason: '整个文件', remedy: '改' };
    const unprinted = { ...MARKS, file: '04-农业/02-水利.md', rule: 'b' };
    const found = gather({
      messages: [unprinted, MARKS, wholeFile],
      breaches: [BREACH],
      manuscripts: [FILE, unprinted.file],
    });
    expect(found.map(({ rule, address }) => `${rule} ${address}`)).toEqual([
      'a 57a1',
      'marks-unpaired 57b1',
      'han-gap 57b2',
      'b undefined',
    ]);
  });

  it('on what spans are addressed as the page is lettered', () => {
    const spanning = { ...BREACH, column: 0, line: 1 };
    const [column] = samplePage('57', 61, [['通栏']]).columns;
    const page = samplePage('57', 61, [['左'], ['右']]);
    const pages = [
      { ...page, photos: [], columns: [{ ...column, letter: 't' } as (typeof page.columns)[0], ...page.columns] },
    ];
    expect(gather({ breaches: [spanning], pages })[0]?.address).toBe('57t1');
    expect(
      gather({ breaches: [spanning], pages: [{ ...samplePage('57', 61, [['独']]), photos: [] }] })[0]?.address,
    ).toBe('57a1');
  });

  it('of the inspector all have a name and a remedy', () => {
    expect(Object.keys(LAYOUT_REMEDIES).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it('leave out what nobody can mend, unless it is asked for', () => {
    const forced = { ...BREACH, kind: 'forced' as const };
    expect(gather({ breaches: [forced] })).toEqual([]);
    expect(gather({ breaches: [forced], forced: true })).toMatchObject([{ severity: 'note' }]);
  });

  it('tell photos that are too coarse, beside the line nearest to them', () => {
    const page = samplePage('57', 61, [['上面一行', '说明在此'], ['右栏一行']]);
    const [left] = page.columns;
    if (left?.lines[1]) left.lines[1].y = 445;
    const photo = { file: '04-农业/photos/田.jpg', left: 60, top: 300, right: 260, bottom: 430, ppi: 140 };
    const messages: Message[] = ['photo-low-ppi', 'photo-very-low-ppi'].map((rule) => ({
      ...MARKS,
      rule,
      line: 12,
      column: 1,
      reason: '只有 140 ppi',
    }));
    const photoAt = ({ line }: { line: number }) => (line === 12 ? photo.file : undefined);
    expect(gather({ messages, photoAt, pages: [{ ...page, photos: [photo] }] })).toMatchObject([
      { severity: 'warning', author: '照片', address: '57a2', text: photo.file, place: { line: 12 } },
      { severity: 'error', author: '照片', address: '57a2', rule: 'photo-very-low-ppi' },
    ]);
  });
});

describe('the number of a finding', () => {
  const numbers = (found: Finding[]): string[] => found.map(({ number }) => number);

  it('stays when pages are broken anew and words change elsewhere', () => {
    const before = gather({ messages: [MARKS], breaches: [BREACH] });
    const { passages } = sampleRecord();
    const [first] = passages;
    if (first) {
      first.text = `又一句新话。${first.text}`;
      first.lines = [
        [0, '58a1'],
        [20, '58a2'],
      ];
    }
    const page = samplePage('58', 62, [['又一句新话', '织农户抢抓农时。']]);
    const after = gather({
      messages: [{ ...MARKS, column: (MARKS.column ?? 0) + 6 }],
      source: () => SOURCE.replace('全县', '又一句新话。全县'),
      passages,
      pages: [{ ...page, photos: [] }],
      breaches: [{ ...BREACH, sheet: 62, folio: '58', column: 1 }],
    });
    expect(numbers(after).toSorted()).toEqual(numbers(before).toSorted());
    expect(after.map(({ address }) => address)).toEqual(['58a2', '58a2']);
  });

  it('counts what is found twice', () => {
    const [one, two] = numbers(gather({ messages: [MARKS, MARKS] }));
    expect(one).not.toBe(two);
  });
});

describe('a dismissal', () => {
  const dismissal = (changes: Partial<Dismissal>): Dismissal => ({ reason: '原文如此', position, ...changes });
  const [finding] = gather({ messages: [MARKS] });
  const { number = '', rule = '', text = '' } = finding ?? {};

  it('sets its finding aside by its number, wherever the words have gone', () => {
    const found = gather({
      messages: [MARKS],
      breaches: [BREACH],
      dismissals: [dismissal({ number, rule, by: '张三', date: '2022-09-01' })],
    });
    expect(found.map(({ dismissed }) => dismissed)).toEqual([
      { reason: '原文如此', by: '张三', date: '2022-09-01' },
      undefined,
    ]);
    expect(countFindings(found)).toEqual({ errors: 0, warnings: 1, notes: 0, dismissed: 1 });
    const moved = sampleRecord().passages.map((each) => ({ ...each, file: '09-附录/01-甲.md' }));
    const elsewhere = gather({
      messages: [{ ...MARKS, file: '09-附录/01-甲.md' }],
      passages: moved,
      manuscripts: ['09-附录/01-甲.md'],
      dismissals: [dismissal({ number, rule })],
    });
    expect(elsewhere[0]?.dismissed?.reason).toBe('原文如此');
  });

  it('without a number goes by rule and words', () => {
    const sets = (changes: Partial<Dismissal>): boolean =>
      gather({ messages: [MARKS], dismissals: [dismissal(changes)] })[0]?.dismissed !== undefined;
    expect(sets({ rule, text })).toBe(true);
    expect(sets({ rule, text: '比上年 增长5.3%' })).toBe(true);
    expect(sets({ rule, text: '别的话' })).toBe(false);
    expect(sets({ rule: 'entry-empty', text })).toBe(false);
    expect(sets({ number, rule: 'entry-empty' })).toBe(false);
  });

  it('whose finding is no more is told once: in a whole volume always, else where its words still stand', () => {
    const spent = [dismissal({ number: 'K3F9', rule, text: '播种面积稳定' })];
    expect(gather({ dismissals: spent })).toEqual([
      {
        number: 'K3F9',
        severity: 'note',
        rule: 'dismissal-unused',
        author: '检查',
        reason: '已核的 K3F9 “播种面积稳定”已经没有了',
        remedy: '可以从已核.yaml里删去这一条',
        text: '播种面积稳定',
        place: { file: '已核.yaml', line: 1, column: 3 },
      },
    ]);
    const elsewhere = [dismissal({ number: 'K3F9', rule, text: '法治里的话' })];
    expect(gather({ dismissals: elsewhere })).toEqual([]);
    expect(gather({ dismissals: elsewhere, whole: true })).toHaveLength(1);
  });
});
