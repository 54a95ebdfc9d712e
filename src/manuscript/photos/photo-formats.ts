/** What departments send as a photo and no press takes, by the first bytes of the file, and what to do about each. */

/** Formats that can be printed, by the name sharp gives them, with the extensions they may have. */
export const FORMATS: Record<string, RegExp> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  webp: /\.webp$/i,
  tiff: /\.tiff?$/i,
};

export interface ForeignFormat {
  /** What an editor calls it. */
  name: string;
  remedy: string;
}

/** As many bytes of a file as tell its format. */
export const HEAD_BYTES = 512;

const EXPORT = '用看图软件打开，另存为 JPEG（质量选最高）';

interface Signature extends ForeignFormat {
  matches(head: Buffer, text: string): boolean;
}

const begins =
  (...starts: string[]) =>
  (_: Buffer, text: string): boolean =>
    starts.some((start) => text.startsWith(start));

/** The brand of an ISO media file stands behind `ftyp`. */
const brand =
  (...brands: string[]) =>
  (_: Buffer, text: string): boolean =>
    text.slice(4, 8) === 'ftyp' && brands.includes(text.slice(8, 12));

const SIGNATURES: readonly Signature[] = [
  {
    name: 'HEIC（苹果手机的照片）',
    remedy: '手机里把“设置—相机—格式”改为“兼容性最佳”再传，或者在电脑上另存为 JPEG',
    matches: brand('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'),
  },
  { name: 'AVIF', remedy: EXPORT, matches: brand('avif', 'avis') },
  {
    name: 'CR3（相机原始文件）',
    remedy: '用相机的软件导出为 JPEG 或 TIFF',
    matches: brand('crx '),
  },
  {
    name: '相机原始文件',
    remedy: '用相机的软件导出为 JPEG 或 TIFF',
    matches: (head, text) =>
      (text.startsWith('II*\0') && text.slice(8, 10) === 'CR') ||
      text.startsWith('FUJIFILM') ||
      head.readUInt32BE(0) === 0x49495500,
  },
  { name: 'GIF', remedy: '请供稿单位改交 JPEG 原图；GIF 只有 256 色', matches: begins('GIF8') },
  { name: 'BMP', remedy: EXPORT, matches: begins('BM') },
  { name: 'PSD（Photoshop 文件）', remedy: '在 Photoshop 里合并图层，另存为 JPEG 或 TIFF', matches: begins('8BPS') },
  { name: 'PDF', remedy: '请供稿单位改交原图；实在没有，从 PDF 里导出图片', matches: begins('%PDF') },
  { name: 'JPEG 2000', remedy: EXPORT, matches: begins('\0\0\0\x0cjP  ') },
  { name: 'JPEG XL', remedy: EXPORT, matches: begins('\0\0\0\x0cJXL ', '\xff\x0a') },
  {
    name: 'SVG（矢量图）',
    remedy: '导出为 PNG，宽度至少 3000 像素',
    matches: (_, text) =>
      /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE svg[^>]*>|\s)*<svg[\s>]/u.test(text),
  },
  {
    name: '网页',
    remedy: '下载时存成了网页：在网页里的照片上点右键，选“图片另存为”',
    matches: (_, text) => /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head)/iu.test(text),
  },
  {
    name: 'Word 或压缩文件',
    remedy: '请供稿单位单独交照片的原图，不要放在 Word 或压缩文件里',
    matches: begins('PK\x03\x04', '\xd0\xcf\x11\xe0', 'Rar!', '7z\xbc\xaf'),
  },
  {
    name: '视频',
    remedy: '换一张照片',
    matches: brand('isom', 'iso2', 'mp41', 'mp42', 'qt  ', 'avc1', 'M4V '),
  },
];

/** Extensions of raw files that begin as a TIFF and hold no more than a thumbnail for whoever reads them so. */
const RAW = /\.(?:nef|arw|dng|orf|rw2|pef|srw|cr2|cr3|raf)$/i;

/** What a file is that cannot be printed; nothing where its first bytes `head` say nothing of the kind. */
export function foreignFormat(file: string, head: Buffer): ForeignFormat | undefined {
  const text = head.toString('latin1');
  const known = head.length >= 12 ? SIGNATURES.find(({ matches }) => matches(head, text)) : undefined;
  if (known) return { name: known.name, remedy: known.remedy };
  if (RAW.test(file)) return { name: '相机原始文件', remedy: '用相机的软件导出为 JPEG 或 TIFF' };
  return undefined;
}
