import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmykProfile, loadProfile, ProfileProblem } from '../../../src/press/profile/profile.js';
import type { Message } from '../../../src/tree/message.js';
import { PRESS_DEFAULTS, type PressSettings } from '../../../src/tree/press-settings.js';
import { HOUSE_ICC, houseWith, profileOfSharp } from './house.js';

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = { line: 7, column: 8 };
const asked = (identifier: string) => ({ condition: { identifier, at: { line: 8, column: 7 } } });

/** Loads `bytes` as the printer's own file. */
async function load(bytes: Uint8Array | string, more: Partial<PressSettings> = {}): Promise<CmykProfile> {
  writeFileSync(join(folder, '印厂.icc'), bytes);
  return loadProfile({ ...PRESS_DEFAULTS, icc: { file: '印厂.icc', at: AT }, ...more }, folder);
}

async function problemOf(loading: Promise<CmykProfile>): Promise<Message> {
  const error = await loading.then(
    () => new Error('the profile was taken'),
    (reason) => reason,
  );
  if (!(error instanceof ProfileProblem)) throw error;
  return error.problem;
}

/** A version 2 description in the place of the house's own: same length, or the tag table would have to move. */
function named(name: string): Uint8Array {
  const old = 'nianjian FOGRA39 coated';
  const at = Buffer.from(HOUSE_ICC).indexOf(old, 0, 'latin1');
  return houseWith(at, name.padEnd(old.length, '\0'));
}

describe('the profile of the press', () => {
  it('is that of the house where book.yaml names none', async () => {
    const profile = await loadProfile(PRESS_DEFAULTS, folder);
    expect(profile).toMatchObject({
      name: 'nianjian FOGRA39 coated',
      identifier: 'FOGRA39',
      registry: 'http://www.color.org',
      version: 2,
    });
    expect(profile.condition).toContain('ISO 12647-2');
    expect(profile.path).toBeUndefined();
    expect([...profile.bytes.subarray(36, 40)]).toEqual([...Buffer.from('acsp')]);
    expect(await loadProfile({ ...PRESS_DEFAULTS, ...asked('fogra 39') }, folder)).toMatchObject({
      identifier: 'FOGRA39',
    });
  });

  it('is the file of the printer where book.yaml names one', async () => {
    const profile = await load(HOUSE_ICC);
    expect(profile.path).toBe(join(folder, '印厂.icc'));
    expect(Buffer.from(profile.bytes).equals(HOUSE_ICC)).toBe(true);
  });

  it.each([
    ['ISO Coated v2 300%', 'FOGRA39'],
    ['PSO Coated v3', 'FOGRA51'],
    ['Japan Color 2001 Coated', 'JC200103'],
    ['GRACoL2006_Coated1v2', 'CGATS TR 006'],
    ['U.S. Web Coated (SWOP)', 'CGATS TR 001'],
  ])('is known by its name: %s is %s', async (name, identifier) => {
    expect(await load(named(name))).toMatchObject({ name, identifier, registry: 'http://www.color.org' });
  });

  it('claims no registry where nobody knows its condition', async () => {
    const custom = await load(named('Our press 4'));
    expect(custom).toMatchObject({ identifier: 'Custom', condition: 'Our press 4' });
    expect(custom.registry).toBeUndefined();
    const own = await load(named('Our press 4'), asked('COUNTY-2'));
    expect(own.identifier).toBe('COUNTY-2');
    expect(own.registry).toBeUndefined();
  });

  it('takes the condition that book.yaml names over that of its name', async () => {
    expect((await load(HOUSE_ICC, asked('FOGRA51'))).identifier).toBe('FOGRA51');
  });

  describe('is refused', () => {
    let rgb: Uint8Array;
    beforeAll(async () => {
      rgb = await profileOfSharp('p3');
      await mkdir(join(folder, '夹'), { recursive: true });
    });
    const place = { file: 'book.yaml', ...AT, severity: 'error' };

    it.each<[string, () => Promise<CmykProfile>, string, string]>([
      ['text', () => load('FOGRA39'), 'press-profile-not-icc', '不是 ICC 特性文件'],
      ['an empty file', () => load(''), 'press-profile-not-icc', '不是 ICC 特性文件'],
      ['a profile of a screen', () => load(rgb), 'press-profile-space', 'RGB'],
      ['a link of two devices', () => load(houseWith(12, 'link')), 'press-profile-class', '输出特性文件'],
      ['half a file', () => load(HOUSE_ICC.subarray(0, 100_000)), 'press-profile-damaged', '227808'],
      ['a file with its tables gone', () => load(houseWith(128, [0, 0, 0, 0])), 'press-profile-damaged', '损坏'],
      ['version 4 for PDF/X-1a', () => load(houseWith(8, [4]), { standard: 'PDF/X-1a' }), 'press-profile-version', '4'],
      [
        'a file that is not there',
        () => loadProfile({ ...PRESS_DEFAULTS, icc: { file: '无.icc', at: AT } }, folder),
        'press-profile-missing',
        '“无.icc”',
      ],
      [
        'a folder',
        () => loadProfile({ ...PRESS_DEFAULTS, icc: { file: '夹', at: AT } }, folder),
        'press-profile-unreadable',
        '“夹”',
      ],
    ])('when it is %s', async (_, loading, rule, words) => {
      const problem = await problemOf(loading());
      expect(problem).toMatchObject({ ...place, rule });
      expect(problem.reason).toContain(words);
      expect(problem.remedy).not.toBe('');
    });

    it('when book.yaml names a condition that the house profile is not made for', async () => {
      const problem = await problemOf(loadProfile({ ...PRESS_DEFAULTS, ...asked('JC200103') }, folder));
      expect(problem).toMatchObject({ rule: 'press-profile-condition', line: 8, column: 7 });
      expect(problem.reason).toBe('“印刷.标识”是JC200103，自带的特性文件却是FOGRA39');
    });
  });

  it('of version 4 is good for PDF/X-4', async () => {
    expect((await load(houseWith(8, [4]))).version).toBe(4);
  });
});
