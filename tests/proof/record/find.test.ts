/** Records on disk: kept, pruned, and found again by round, date, path, or as the newest that fits. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProofRecord } from '../../../src/proof/model.js';
import { listRecords, readRecord, writeRecord } from '../../../src/proof/record/files.js';
import { findRecord, lastRecord } from '../../../src/proof/record/find.js';
import { proofsFolder, recordsFolder } from '../../../src/proof/record/names.js';
import { scratchFolder } from '../../pipeline/volume.js';
import { FILE, FINDING, sampleRecord } from './sample.js';

const scratch = scratchFolder();
let out: string;
let count = 0;
beforeEach(() => {
  count += 1;
  out = join(scratch, String(count));
});

const deliver = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const keep = (changes: Partial<ProofRecord> = {}): string =>
  writeRecord(out, sampleRecord(changes), [FINDING], deliver);
const WANTED = { volume: { number: '2022' }, scope: '农业', flows: ['part-04'] };
const LAW = { scope: '法治', flows: [{ id: 'part-05', title: '法治' }] };

/** The name of the record that is found, or why there is none. */
const found = (since?: string, wanted: Parameters<typeof findRecord>[1] = WANTED): string => {
  const answer = findRecord(out, wanted, since, out);
  return 'problem' in answer ? answer.problem : basename(answer.file);
};

describe('a record', () => {
  it('is kept with its findings and read again', () => {
    const file = keep();
    expect(basename(file)).toBe('农业-一校-20220901-102033.json');
    expect(readRecord(file)).toEqual({ file, record: sampleRecord(), findings: [FINDING] });
  });

  it('never takes the place of another', () => {
    expect(new Set([keep(), keep(), keep()]).size).toBe(3);
    expect(listRecords(out).records.map(({ file }) => basename(file))).toEqual([
      '农业-一校-20220901-102033-3.json',
      '农业-一校-20220901-102033-2.json',
      '农业-一校-20220901-102033.json',
    ]);
  });

  it('is pruned with the oldest of its scope, but the first of every round stays', () => {
    const made = (i: number): string => `2022-09-01 10:${String(i).padStart(2, '0')}:00`;
    keep({ ...LAW, made: made(0) });
    for (let i = 0; i < 5; i += 1) keep({ made: made(i) });
    for (let i = 5; i < 58; i += 1) keep({ made: made(i), round: 2 });
    const names = readdirSync(recordsFolder(out)).sort();
    expect(names.filter((name) => name.startsWith('法治'))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith('农业-一校'))).toEqual(['农业-一校-20220901-100000.json']);
    const second = names.filter((name) => name.startsWith('农业-二校'));
    expect(second[0]).toBe('农业-二校-20220901-100500.json');
    expect(second[1]).toBe('农业-二校-20220901-100800.json');
    expect(second).toHaveLength(51);
  });
});

describe('the earlier record', () => {
  it('is the newest that covers the flows', () => {
    keep({ made: '2022-09-01 10:20:33' });
    keep({ made: '2022-09-03 09:00:00', round: 2 });
    keep({ ...LAW, made: '2022-09-05 09:00:00' });
    expect(found()).toBe('农业-二校-20220903-090000.json');
    expect(lastRecord(out, WANTED)?.record.round).toBe(2);
    keep({ scope: '农业、法治', flows: [...LAW.flows, ...sampleRecord().flows], made: '2022-09-06 09:00:00' });
    expect(found()).toBe('农业、法治-一校-20220906-090000.json');
    expect(lastRecord(out, { ...WANTED, scope: '附录', flows: ['part-06'] })).toBeUndefined();
  });

  it('is rather one that holds the manuscripts asked for than a newer one of a single file', () => {
    const both = { [FILE]: 'a', '04-农业/02-水利.md': 'b' };
    keep({ manuscripts: both });
    keep({ manuscripts: { [FILE]: 'a' }, scope: '农业 种植业', made: '2022-09-09 09:00:00' });
    expect(found(undefined, { ...WANTED, manuscripts: Object.keys(both) })).toBe('农业-一校-20220901-102033.json');
    expect(found(undefined, { ...WANTED, manuscripts: [FILE] })).toBe('农业 种植业-一校-20220909-090000.json');
  });

  it('fits its own scope even where a 类目 has come since', () => {
    keep({ scope: '全书' });
    expect(found(undefined, { ...WANTED, scope: '全书', flows: ['part-04', 'part-07'] })).toMatch(/^全书/u);
  });

  it('is named by round, date or path', () => {
    const first = keep({ made: '2022-09-01 10:20:33' });
    keep({ made: '2022-09-01 16:00:00' });
    keep({ made: '2022-09-03 09:00:00', round: 2 });
    expect(found('一校')).toBe('农业-一校-20220901-160000.json');
    expect(found('2')).toBe('农业-二校-20220903-090000.json');
    expect(found('2022-09-01')).toBe('农业-一校-20220901-160000.json');
    expect(found('9月3日')).toBe('农业-二校-20220903-090000.json');
    expect(found(first)).toBe(basename(first));
    const pdf = join(proofsFolder(out), '农业-一校.pdf');
    writeFileSync(pdf, '');
    expect(found(pdf)).toBe('农业-一校-20220901-160000.json');
    expect(found(join('proofs', '农业-二校.pdf'))).toBe('农业-二校-20220903-090000.json');
    // One that was carried away together with its record.
    copyFileSync(first, join(out, '送审.json'));
    expect(found(join(out, '送审.pdf'))).toBe('送审.json');
  });

  it('is asked for in vain: what there is is listed', () => {
    expect(found()).toBe('没有“农业”的校样记录。这一卷还没有可比的校样：先出一次校样，下一次就能比');
    keep();
    expect(found('三校')).toBe('没有“三校”“农业”的校样记录。已有：农业一校（2022-09-01 10:20）');
    expect(found('上礼拜')).toMatch(/^不明白“上礼拜”指哪一次校样。写校次.*已有：农业一校/u);
    expect(found('没有.pdf')).toMatch(/^找不到“.*没有\.pdf”。已有：农业一校/u);
    expect(found('没有.json')).toMatch(/^找不到校样记录“没有\.json”/u);
    const law = keep(LAW);
    expect(found(law)).toBe('校样记录“法治-一校-20220901-102033.json”是“法治”的，里面没有“农业”');
  });

  it('is never one that is damaged, of another format or of another volume: that is told', () => {
    keep();
    const at = (hour: number): string => keep({ made: `2022-09-02 1${hour}:00:00` });
    const strange = keep({ volume: { title: '别县年鉴', number: '2021' }, made: '2022-09-02 15:00:00' });
    const [newer, head, body] = [at(1), at(2), at(3)];
    const change = (file: string, edit: (text: string) => string): void =>
      writeFileSync(file, edit(readFileSync(file, 'utf8')));
    change(newer, (text) => text.replace('"format":1', '"format":7'));
    change(head, () => '\u0000\u0000');
    change(body, (text) => text.slice(0, -20));
    const answer = findRecord(out, WANTED);
    if ('problem' in answer) throw new Error(answer.problem);
    expect(basename(answer.file)).toBe('农业-一校-20220901-102033.json');
    expect(answer.problems.toSorted()).toEqual([
      expect.stringMatching(/110000\.json”的格式本程序不认识（它是较新的程序写的），没有用它/u),
      expect.stringMatching(/120000\.json”损坏了，读不出来，没有用它/u),
      expect.stringMatching(/130000\.json”损坏了，读不出来，没有用它/u),
      expect.stringMatching(/是《别县年鉴》2021卷的，不是2022卷的，没有用它/u),
    ]);
    expect(found(strange)).toMatch(/2021卷/u);
    expect(found(body)).toMatch(/损坏了/u);
    expect(found(recordsFolder(out).concat('.json'))).toMatch(/^找不到/u);
    for (const file of [newer, head, body, strange]) expect(readdirSync(recordsFolder(out))).toContain(basename(file));
  });
});
