import { describe, expect, it } from 'vitest';
import { isSrgb, readIccHeader } from '../../../src/press/profile/icc-header.js';
import { HOUSE_ICC, houseWith, profileOfSharp } from './house.js';

describe('the head of an ICC profile', () => {
  it('says what the profile is for, and its name', () => {
    expect(readIccHeader(HOUSE_ICC)).toEqual({
      size: HOUSE_ICC.length,
      version: 2,
      deviceClass: 'prtr',
      space: 'CMYK',
      description: 'nianjian FOGRA39 coated',
    });
  });

  it('is read in version 4 too, where names are UTF-16', async () => {
    const header = readIccHeader(await profileOfSharp('srgb'));
    expect(header).toMatchObject({ version: 4, deviceClass: 'mntr', space: 'RGB', description: 'sRGB' });
  });

  it('tells sRGB from other colours of screens', async () => {
    const srgb = readIccHeader(await profileOfSharp('srgb'));
    const wide = readIccHeader(await profileOfSharp('p3'));
    expect([srgb && isSrgb(srgb), wide && isSrgb(wide)]).toEqual([true, false]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('FOGRA39\n'.repeat(40))],
    ['a profile without its signature', houseWith(36, 'xxxx')],
    ['the first hundred bytes', HOUSE_ICC.subarray(0, 100)],
  ])('is not found in %s', (_, bytes) => {
    expect(readIccHeader(bytes)).toBeUndefined();
  });

  it('has no name where the tags lead out of the file', () => {
    expect(readIccHeader(HOUSE_ICC.subarray(0, 140))?.description).toBe('');
    expect(readIccHeader(houseWith(136, [0xff, 0xff, 0xff, 0xff]))?.description).toBe('');
  });
});
