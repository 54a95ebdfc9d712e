/**
 * Images of a PDF (ISO 32000-1, 8.9.5) as the press wants them. A photo (JPEG in RGB) goes to the converter; pictures of
 * plain pixels keep their pixels and get inks one by one, so that the black of a drawing or a code stays K100; what is
 * grey already prints on the black plate as it is.
 */
import { INLINE_FILTERS, INLINE_KEYS } from '../pdf/inline-image-names.js';
import type { PdfFile } from '../pdf/pdf-file.js';
import { dict, name, type PdfDict, PdfName, PdfStream, PdfString, type PdfValue } from '../pdf/values.js';
import type { ImageConverter, PressPicture } from '../photos/convert.js';
import { nameOf } from '../text/font.js';
import { inksOf } from './colour.js';
import { BLACK, type Cmyk, type Inks, type Rgb } from './inks.js';
import { componentsOf, readSpace, type Space } from './spaces.js';

export interface ImageDesk {
  file: PdfFile;
  inks: Inks;
  photos: ImageConverter;
  /** The inks of colours by the profile, for the pixels of pictures. */
  convert(colours: readonly Rgb[]): Promise<Cmyk[]>;
}

/** What an image asks for, as far as its dictionary tells. */
export interface ImageNature {
  space: Space;
  /** It is seen through: the picture below it would show. */
  transparent: boolean;
  /** Why it cannot be converted. */
  refused?: string;
}

/** Reads what kind of image it is. */
export function natureOf(file: PdfFile, image: PdfStream, resources: PdfDict): ImageNature {
  const entries = image.dict;
  const space: Space =
    file.resolve(entries.get('ImageMask')) === true
      ? { kind: 'grey' }
      : readSpace(file, entries.get('ColorSpace'), resources);
  const transparent = file.resolve(entries.get('SMask')) instanceof PdfStream;
  const refused = refusal(file, entries, space);
  return { space, transparent, ...(refused && { refused }) };
}

function refusal(file: PdfFile, entries: PdfDict, space: Space): string | undefined {
  const filters = filtersOf(file, entries);
  if (filters.includes('JPXDecode')) return 'JPEG 2000';
  if (space.kind === 'foreign') return `色彩空间 ${space.name}`;
  if (!isColoured(space)) return undefined;
  if (filters.some((each) => each !== 'FlateDecode' && each !== 'DCTDecode')) return filters.join('、');
  if (file.resolve(entries.get('DecodeParms')) instanceof Map) return `${filters.join('、')}（带参数）`;
  if (Array.isArray(file.resolve(entries.get('Mask')))) return '按颜色抠图';
  const bits = file.resolve(entries.get('BitsPerComponent'));
  return space.kind === 'rgb' && bits !== 8 ? `每色 ${bits} 位` : undefined;
}

function isColoured(space: Space): boolean {
  return space.kind === 'rgb' || (space.kind === 'indexed' && space.base.kind !== 'grey' && space.base.kind !== 'cmyk');
}

function filtersOf(file: PdfFile, entries: PdfDict): string[] {
  const filter = file.resolve(entries.get('Filter'));
  return (Array.isArray(filter) ? filter : filter === null ? [] : [filter]).map((each) => nameOf(file, each));
}

/** The image in CMYK or grey. */
export async function pressImage(desk: ImageDesk, image: PdfStream, nature: ImageNature): Promise<PdfStream> {
  const { file } = desk;
  const { space, transparent } = nature;
  const filters = filtersOf(file, image.dict);
  const [width, height] = ['Width', 'Height'].map((key) => Number(file.resolve(image.dict.get(key)))) as [
    number,
    number,
  ];
  const jpeg = filters.join() === 'DCTDecode';
  // A grey photo on the page may have fewer pixels than the press wants; any other grey prints as it is.
  if (jpeg && (space.kind === 'rgb' || (space.kind === 'grey' && (await desk.photos.isKnown(image.bytes))))) {
    return photo(await desk.photos.convert({ jpeg: image.bytes, width, height }));
  }
  if (space.kind === 'indexed') return palettePicture(desk, image, space);
  if (space.kind === 'rgb') {
    const pixels = file.decode(image);
    const flat = transparent ? onWhite(pixels, alphaOf(desk, image, width * height)) : pixels;
    return pixelPicture(desk, flat, width, height);
  }
  // Grey and CMYK keep their numbers; what is left of an RGB profile's name goes.
  const entries = new Map(image.dict);
  for (const key of ['SMask', 'Intent', 'ColorTransform', 'Metadata', 'Alternates', 'StructParent', 'OC', 'Length'])
    entries.delete(key);
  if (space.kind === 'grey' && entries.has('ColorSpace')) entries.set('ColorSpace', name('DeviceGray'));
  if (space.kind === 'cmyk') entries.set('ColorSpace', name('DeviceCMYK'));
  return new PdfStream(entries, image.bytes);
}

function photo({ bytes, width, height, inverted }: PressPicture): PdfStream {
  const entries = picture(width, height, name('DeviceCMYK'), 8);
  entries.set('Filter', name('DCTDecode'));
  if (inverted) entries.set('Decode', [1, 0, 1, 0, 1, 0, 1, 0]);
  return new PdfStream(entries, bytes);
}

function picture(width: number, height: number, space: PdfValue, bits: number): PdfDict {
  return dict({
    Type: name('XObject'),
    Subtype: name('Image'),
    Width: width,
    Height: height,
    ColorSpace: space,
    BitsPerComponent: bits,
  });
}

/** The palette is converted and the pixels stay. */
async function palettePicture(
  desk: ImageDesk,
  image: PdfStream,
  space: Space & { kind: 'indexed' },
): Promise<PdfStream> {
  const size = componentsOf(space.base);
  const count = space.palette.length / size;
  const colours = Array.from({ length: count }, (_, i) => [...space.palette.subarray(i * size, (i + 1) * size)]);
  const inks = await inksOfAll(
    desk,
    space.base,
    colours.map((colour) => colour.map((byte) => byte / 255)),
  );
  const lookup = inks.flatMap((cmyk) => cmyk.map((share) => String.fromCharCode(Math.round(share * 255)))).join('');
  const entries = new Map(image.dict);
  for (const key of ['SMask', 'Intent', 'ColorTransform', 'Metadata', 'Length']) entries.delete(key);
  entries.set('ColorSpace', [name('Indexed'), name('DeviceCMYK'), count - 1, new PdfString(lookup)]);
  return new PdfStream(entries, image.bytes);
}

async function inksOfAll(desk: ImageDesk, space: Space, colours: number[][]): Promise<Cmyk[]> {
  if (space.kind !== 'rgb') return colours.map((colour) => inksOf(space, colour, desk.inks) ?? BLACK);
  const strange = colours.filter(([r = 0, g = 0, b = 0]) => desk.inks.foreign(r, g, b) !== undefined);
  const converted = await desk.convert(strange as unknown as Rgb[]);
  const given = new Map(strange.map((colour, i) => [colour.join(' '), converted[i] as Cmyk]));
  return colours.map((colour) => {
    const [r = 0, g = 0, b = 0] = colour;
    return given.get(colour.join(' ')) ?? desk.inks.of(r, g, b);
  });
}

/** More colours than a drawing has: then it is a photo. */
const DRAWING = 4096;

/** Pixels of RGB as pixels of CMYK; a photo goes to the converter of photos, pixel by pixel. */
async function pixelPicture(desk: ImageDesk, pixels: Uint8Array, width: number, height: number): Promise<PdfStream> {
  const places = new Map<number, number>();
  const wanted = new Uint32Array(width * height);
  for (let i = 0; i < wanted.length && places.size <= DRAWING; i++) {
    const key =
      ((pixels[3 * i] as number) << 16) | ((pixels[3 * i + 1] as number) << 8) | (pixels[3 * i + 2] as number);
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      places.set(key, place);
    }
    wanted[i] = place;
  }
  if (places.size > DRAWING) {
    return photo(await desk.photos.convert({ raw: { data: pixels, channels: 3 }, width, height }));
  }
  const colours = [...places.keys()].map((key) => [(key >> 16) / 255, ((key >> 8) & 255) / 255, (key & 255) / 255]);
  const inks = (await inksOfAll(desk, { kind: 'rgb' }, colours)).flatMap((cmyk) =>
    cmyk.map((share) => Math.round(share * 255)),
  );
  const bytes = new Uint8Array(wanted.length * 4);
  for (const [i, place] of wanted.entries())
    for (let ink = 0; ink < 4; ink++) bytes[4 * i + ink] = inks[4 * place + ink] as number;
  return new PdfStream(picture(width, height, name('DeviceCMYK'), 8), bytes);
}

/** The mask of a picture, a byte a pixel; full where it has another size, since then no pixel of it is known. */
function alphaOf({ file }: ImageDesk, image: PdfStream, count: number): Uint8Array {
  const mask = file.resolve(image.dict.get('SMask'));
  const plain = mask instanceof PdfStream && filtersOf(file, mask.dict).join() === 'FlateDecode';
  const alpha = plain ? file.decode(mask) : undefined;
  return alpha?.length === count ? alpha : new Uint8Array(count).fill(255);
}

/** Pictures stand on paper: what is seen through shows white. */
function onWhite(pixels: Uint8Array, alpha: Uint8Array): Uint8Array {
  return pixels.map((value, i) => {
    const share = (alpha[Math.floor(i / 3)] as number) / 255;
    return Math.round(value * share + 255 * (1 - share));
  });
}

/** An image that stood in a content stream as one of its own. */
export function ownImage(image: PdfStream): PdfStream {
  const entries = dict({ Type: name('XObject'), Subtype: name('Image') });
  for (const [key, value] of image.dict) entries.set(INLINE_KEYS[key] ?? key, value);
  const full = (value: PdfValue): PdfValue =>
    value instanceof PdfName
      ? name(INLINE_FILTERS[value.name] ?? value.name)
      : Array.isArray(value)
        ? value.map(full)
        : value;
  const filter = entries.get('Filter');
  if (filter !== undefined) entries.set('Filter', full(filter));
  return new PdfStream(entries, image.bytes);
}
