/**
 * CMYK pixels as a JPEG. As Adobe's programs do it, sharp writes the inks inverted, which the PDF has to say
 * (`/Decode [1 0 1 0 1 0 1 0]`), and all four in full resolution.
 *
 * JPEG is not exact: at hard edges in dark parts the decoded inks may pass the limit that the pixels keep. So each
 * photo is decoded again, and where a block of 8 × 8 pixels is over, that block is made a little lighter.
 */
import { limitInk, mostInk } from './ink-limit.js';

export interface InkPicture {
  /** Four bytes a pixel, all ink is 255. */
  inks: Uint8Array;
  width: number;
  height: number;
}

const BLOCK = 8;
/** Decoders differ by a level for each ink. */
const DECODERS = 4;
/** The inks of a pixel together are never further out, even where the quality is low. */
const FURTHEST = 160;
/** Each round takes away a quarter more than was over; more than two were never seen. */
const ROUNDS = 6;
const SPARE = 1.25;

/**
 * @param limit the most total ink of a decoded pixel, in levels (see ink-limit)
 * @param quality 1 to 100
 */
export async function encodeInks(picture: InkPicture, quality: number, limit: number): Promise<Uint8Array> {
  const bound = limit - DECODERS;
  const inks = new Uint8Array(picture.inks);
  const lowered = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const jpeg = await encode({ ...picture, inks }, quality);
    if (round === 0 && mostInk(inks) < bound - FURTHEST) return jpeg;
    const over = blocksOver(await decodeInks(jpeg), picture.width, bound);
    if (over.size === 0) return jpeg;
    for (const [block, excess] of over) {
      const less = (lowered.get(block) ?? 0) + excess * SPARE + 1;
      lowered.set(block, less);
      lowerBlock(inks, picture, block, bound - less);
    }
  }
  // At the best quality the error is two levels for each ink at most.
  for (let at = 0; at < inks.length; at += 4) limitInk(inks, at, bound - 8);
  return encode({ ...picture, inks }, 100);
}

/** The inks of a CMYK JPEG, in its own numbers. */
export async function decodeInks(jpeg: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(jpeg, { ignoreIcc: true }).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
}

async function encode({ inks, width, height }: InkPicture, quality: number): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(tiff(inks, width, height), { limitInputPixels: false })
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** By the number of each block, how far its worst pixel is over. */
function blocksOver(inks: Uint8Array, width: number, bound: number): Map<number, number> {
  const over = new Map<number, number>();
  const across = Math.ceil(width / BLOCK);
  for (let at = 0, pixel = 0; at < inks.length; at += 4, pixel += 1) {
    const total = (inks[at] as number) + (inks[at + 1] as number) + (inks[at + 2] as number) + (inks[at + 3] as number);
    if (total <= bound) continue;
    const block = Math.floor(Math.floor(pixel / width) / BLOCK) * across + Math.floor((pixel % width) / BLOCK);
    over.set(block, Math.max(over.get(block) ?? 0, total - bound));
  }
  return over;
}

function lowerBlock(inks: Uint8Array, { width, height }: InkPicture, block: number, limit: number): void {
  const across = Math.ceil(width / BLOCK);
  const [top, left] = [Math.floor(block / across) * BLOCK, (block % across) * BLOCK];
  for (let y = top; y < Math.min(top + BLOCK, height); y += 1) {
    for (let x = left; x < Math.min(left + BLOCK, width); x += 1) limitInk(inks, (y * width + x) * 4, limit);
  }
}

const [SHORT, LONG] = [3, 4];

/** An uncompressed TIFF: sharp takes bare pixels of four channels for RGB with alpha. */
function tiff(inks: Uint8Array, width: number, height: number): Buffer {
  const fields = [
    { tag: 256, type: LONG, value: width },
    { tag: 257, type: LONG, value: height },
    { tag: 258, type: SHORT, count: 4 }, // BitsPerSample, written behind the fields
    { tag: 259, type: SHORT, value: 1 }, // no compression
    { tag: 262, type: SHORT, value: 5 }, // separated: CMYK
    { tag: 273, type: LONG }, // where the pixels begin
    { tag: 277, type: SHORT, value: 4 },
    { tag: 278, type: LONG, value: height },
    { tag: 279, type: LONG, value: inks.length },
  ];
  const bits = 8 + 2 + fields.length * 12 + 4;
  const head = Buffer.alloc(bits + 8);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(fields.length, 8);
  fields.forEach(({ tag, type, count = 1, value }, index) => {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value ?? (tag === 258 ? bits : head.length), at + 8);
  });
  for (let channel = 0; channel < 4; channel += 1) head.writeUInt16LE(8, bits + channel * 2);
  return Buffer.concat([head, inks]);
}
