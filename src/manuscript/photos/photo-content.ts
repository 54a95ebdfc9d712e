/** Whether the content of a photo can be printed: what it is, how large it is, whether all of it is there. */
import { type FileHandle, open } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import type { Message } from '../../tree/message.js';
import { FORMATS, foreignFormat, HEAD_BYTES } from './photo-formats.js';

export type PhotoFault = Pick<Message, 'rule' | 'reason' | 'remedy'> & { severity?: Message['severity'] };

/** How much of the end of a file is searched for its end mark: cameras append some data of their own. */
const TAIL = 64 * 1024;
/** More pixels than any camera has; opening them takes gigabytes of memory. */
const MOST_PIXELS = 300_000_000;
/** Wide enough for a spread at 300 ppi. */
const ENOUGH = 8000;

/**
 * What is wrong with the content of a file; nothing where it can be printed.
 *
 * @param path absolute
 * @param file as messages name it
 * @param size bytes
 */
export async function contentFault(path: string, file: string, size: number): Promise<PhotoFault | undefined> {
  const handle = await open(path);
  try {
    const head = await readAt(handle, 0, Math.min(size, HEAD_BYTES));
    const foreign = foreignFormat(file, head);
    if (foreign) {
      const reason = `照片“${file}”其实是 ${foreign.name}，不能付印`;
      return { rule: 'photo-format', reason, remedy: foreign.remedy };
    }
    if (head.every((byte) => byte === 0)) {
      const reason = `照片“${file}”里面全是零，没有内容`;
      return { rule: 'photo-empty', reason, remedy: '复制时出了错，从原处重新复制这张照片' };
    }
    const { default: sharp } = await import('sharp');
    const metadata = await sharp(path, { limitInputPixels: false })
      .metadata()
      .catch(() => undefined);
    if (!metadata?.width || !metadata.height) {
      return {
        rule: 'photo-not-image',
        reason: `“${file}”不是照片，或者已经损坏`,
        remedy: '用看图软件打开确认，重新导出为 JPEG',
      };
    }
    const unfit = formatFault(metadata, file) ?? extentFault(metadata, file);
    if (unfit && unfit.severity !== 'warning') return unfit;
    const decode = () =>
      sharp(path, { failOn: 'truncated', limitInputPixels: false })
        .stats()
        .then(
          () => true,
          () => false,
        );
    if (await isWhole(handle, metadata.format, size, decode)) return unfit;
    return { rule: 'photo-truncated', reason: `照片“${file}”不完整，后半截丢失`, remedy: '从原处重新复制这张照片' };
  } finally {
    await handle.close();
  }
}

function formatFault({ format }: Metadata, file: string): PhotoFault | undefined {
  const extension = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!extension) {
    const reason = `照片“${file}”是 ${format} 格式，不能付印`;
    return { rule: 'photo-format', reason, remedy: '导出为 JPEG、PNG 或 TIFF' };
  }
  if (extension.test(file)) return undefined;
  const reason = `照片“${file}”的内容是 ${format}，与扩展名不符`;
  return { rule: 'photo-extension', reason, remedy: `把扩展名改成 .${format === 'jpeg' ? 'jpg' : format}` };
}

function extentFault({ format, width, height, pages = 1 }: Metadata, file: string): PhotoFault | undefined {
  if (width * height > MOST_PIXELS) {
    const millions = Math.round((width * height) / 1_000_000);
    const reason = `照片“${file}”有 ${width} × ${height} 像素（${millions} 百万），大得无法处理`;
    return { rule: 'photo-too-large', reason, remedy: `缩小到长边 ${ENOUGH} 像素：跨两页印也够了` };
  }
  if (pages === 1) return undefined;
  if (format === 'tiff') {
    const reason = `“${file}”里有 ${pages} 幅图，只印第一幅`;
    return { severity: 'warning', rule: 'photo-pages', reason, remedy: '把要印的一幅单独存成文件' };
  }
  const reason = `“${file}”是动图（${pages} 幅），不能付印`;
  return { rule: 'photo-animated', reason, remedy: '换成照片的原图，或者把要印的一幅另存为 JPEG' };
}

/**
 * By the mark that ends the format. Where a JPEG does not end with it, something may have been appended (a short film,
 * by telephones), so it is decoded; TIFF has no such mark and is decoded.
 */
async function isWhole(
  handle: FileHandle,
  format: string,
  size: number,
  decode: () => Promise<boolean>,
): Promise<boolean> {
  if (format === 'tiff') return decode();
  if (format === 'webp') return size >= (await readAt(handle, 0, 12)).readUInt32LE(4) + 8;
  const from = Math.max(0, size - TAIL);
  const tail = await readAt(handle, from, size - from);
  if (format === 'png') return tail.includes('IEND');
  const end = tail.lastIndexOf(Buffer.from([0xff, 0xd9]));
  // A thumbnail before the picture ends with the same mark.
  if (end >= 0 && from + end > (await startOfPicture(handle, size))) return true;
  return decode();
}

/** Where the pixels of a JPEG begin (ITU-T T.81, B.1.1): behind its segments, each of which tells its length. */
async function startOfPicture(handle: FileHandle, size: number): Promise<number> {
  for (let at = 2; at + 4 <= size; ) {
    const segment = await readAt(handle, at, 4);
    if (segment[0] !== 0xff) return size;
    // A marker may be preceded by fill bytes.
    if (segment[1] === 0xff) {
      at += 1;
      continue;
    }
    if (segment[1] === 0xda) return at;
    at += 2 + segment.readUInt16BE(2);
  }
  return size;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
