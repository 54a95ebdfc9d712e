import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type ImageDesk, natureOf, ownImage, pressImage } from '../../../src/press/ink/image.js';
import { openInks } from '../../../src/press/ink/inks.js';
import { openPdf } from '../../../src/press/pdf/pdf-file.js';
import { dict, name, PdfName, PdfStream, PdfString, type PdfValue } from '../../../src/press/pdf/values.js';
import { handmadePdf } from '../handmade-pdf.js';

const file = openPdf(handmadePdf('', {}));
const asked: { jpeg?: Uint8Array; raw?: { data: Uint8Array; channels: number } }[] = [];
const desk: ImageDesk = {
  file,
  inks: openInks([{ name: '--accent', rgb: [140 / 255, 28 / 255, 19 / 255], cmyk: [0.2, 1, 1, 0.4] }]),
  photos: {
    convert: async (picture) => {
      asked.push(picture);
      return { bytes: Buffer.from('cmyk'), width: 9, height: 8, inverted: true };
    },
    isKnown: async () => false,
    treated: () => [],
  },
  convert: async (colours) => colours.map(() => [0.4, 0.2, 0, 0]),
};

function image(pixels: Uint8Array, width: number, space: PdfValue, more: Record<string, PdfValue> = {}): PdfStream {
  const entries = { Subtype: name('Image'), Width: width, Height: 1, ColorSpace: space, BitsPerComponent: 8 };
  return new PdfStream(dict({ ...entries, Filter: name('FlateDecode'), ...more }), deflateSync(pixels));
}
async function pressed(picture: PdfStream): Promise<PdfStream> {
  return pressImage(desk, picture, natureOf(file, picture, new Map()));
}
const percents = ({ bytes }: PdfStream): number[] => [...bytes].map((byte) => Math.round(byte / 2.55));

describe('images for the press', () => {
  it('get inks pixel by pixel where they are drawings: black is K100, and a colour that is nowhere is asked of the profile', async () => {
    const pixels = Uint8Array.from([0, 0, 0, 255, 255, 255, 140, 28, 19, 10, 200, 90]);
    const done = await pressed(image(pixels, 4, name('DeviceRGB')));
    expect(done.dict.get('ColorSpace')).toEqual(new PdfName('DeviceCMYK'));
    expect(percents(done)).toEqual([0, 0, 0, 100, 0, 0, 0, 0, 20, 100, 100, 40, 40, 20, 0, 0]);
  });

  it('are laid on white where they can be seen through', async () => {
    const alpha = image(Uint8Array.from([255, 0]), 2, name('DeviceGray'));
    const seen = image(Uint8Array.from([0, 0, 0, 0, 0, 0]), 2, name('DeviceRGB'), { SMask: alpha as PdfValue });
    expect(natureOf(file, seen, new Map()).transparent).toBe(true);
    const done = await pressed(seen);
    expect(done.dict.has('SMask')).toBe(false);
    expect(percents(done)).toEqual([0, 0, 0, 100, 0, 0, 0, 0]);
  });

  it('keep their pixels and get a palette of inks', async () => {
    const space: PdfValue = [name('Indexed'), name('DeviceRGB'), 1, new PdfString('\x00\x00\x00\x8c\x1c\x13')];
    const before = image(Uint8Array.from([0, 1, 1]), 3, space);
    const done = await pressed(before);
    expect(done.bytes).toBe(before.bytes);
    const [, base, highest, palette] = done.dict.get('ColorSpace') as PdfValue[];
    expect([base, highest]).toEqual([new PdfName('DeviceCMYK'), 1]);
    expect((palette as PdfString).bytes).toBe('\x00\x00\x00\xff\x33\xff\xff\x66');
  });

  it('go to the converter of photos where they are photos', async () => {
    asked.length = 0;
    const jpeg = Buffer.from('jpeg');
    const photo = new PdfStream(
      dict({ ColorSpace: name('DeviceRGB'), Filter: name('DCTDecode'), Width: 4, Height: 3 }),
      jpeg,
    );
    const done = await pressed(photo);
    expect(asked).toEqual([{ jpeg, width: 4, height: 3 }]);
    expect([done.dict.get('Width'), done.dict.get('Height')]).toEqual([9, 8]);
    expect(done.dict.get('Decode')).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
  });

  it('are photos too where their bare pixels have more colours than a drawing', async () => {
    asked.length = 0;
    const noise = { create: { width: 100, height: 100, channels: 3, background: '#777' } } as const;
    const pixels = await sharp({ create: { ...noise.create, noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
      .raw()
      .toBuffer();
    await pressed(image(pixels, 10000, name('DeviceRGB')));
    expect(asked[0]?.raw?.channels).toBe(3);
    expect(Buffer.compare(asked[0]?.raw?.data as Uint8Array, pixels)).toBe(0);
  });

  it('stay as they are where they are grey', async () => {
    const before = image(Uint8Array.from([0, 128, 255]), 3, name('DeviceGray'));
    const done = await pressed(before);
    expect(done.bytes).toBe(before.bytes);
    expect(done.dict.get('ColorSpace')).toEqual(new PdfName('DeviceGray'));
  });

  it.each([
    ['JPEG 2000', { Filter: name('JPXDecode') }],
    ['色彩空间 Lab', { ColorSpace: [name('Lab'), new Map()] }],
    ['按颜色抠图', { Mask: [0, 0, 0, 0, 0, 0] }],
    ['每色 16 位', { BitsPerComponent: 16 }],
    ['LZWDecode', { Filter: name('LZWDecode') }],
  ] as [string, Record<string, PdfValue>][])('are refused by name: %s', (why, more) => {
    const picture = image(new Uint8Array(), 1, name('DeviceRGB'), more);
    expect(natureOf(file, picture, new Map()).refused).toBe(why);
  });
});

describe('an image that stood in a content stream', () => {
  it('has the full names of its entries', () => {
    const entries = dict({ W: 1, H: 2, CS: name('RGB'), BPC: 8, F: [name('A85'), name('Fl')], IM: false });
    expect([...ownImage(new PdfStream(entries, new Uint8Array())).dict.keys()]).toEqual([
      'Type',
      'Subtype',
      'Width',
      'Height',
      'ColorSpace',
      'BitsPerComponent',
      'Filter',
      'ImageMask',
    ]);
  });
});
