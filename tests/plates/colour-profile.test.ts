import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/plates/photos/colour-profile.js';

async function iccOf(name: string): Promise<Buffer> {
  const picture = sharp({ create: { width: 2, height: 2, channels: 3, background: '#888' } });
  const { icc } = await sharp(await picture.withIccProfile(name).jpeg().toBuffer()).metadata();
  return icc ?? Buffer.alloc(0);
}

describe('a colour profile', () => {
  it('tells how far it reaches: sRGB as far as itself, Display P3 a third further', async () => {
    expect((await readProfile(await iccOf('srgb'))).reach).toBeCloseTo(1, 1);
    expect((await readProfile(await iccOf('p3'))).reach).toBeGreaterThan(1.3);
  });

  it('of four inks has a name and no primaries', async () => {
    const cmyk = sharp({ create: { width: 2, height: 2, channels: 3, background: '#888' } }).toColourspace('cmyk');
    const { icc } = await sharp(await cmyk.withIccProfile('cmyk').jpeg().toBuffer()).metadata();
    const { name, reach } = readProfile(icc ?? Buffer.alloc(0));
    expect(name).toMatch(/\w/u);
    expect(reach).toBeUndefined();
  });

  it.each([0, 3, 131, 140, 200])('cut off after %d bytes says what is left, and never throws', async (length) => {
    expect(() => readProfile(Buffer.from('x'.repeat(length)))).not.toThrow();
    const icc = await iccOf('p3');
    expect(() => readProfile(icc.subarray(0, length))).not.toThrow();
  });
});
