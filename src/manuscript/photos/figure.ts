/**
 * Photos: `![说明](photos/01.jpg){满版 裁切=中}`. Photos of one paragraph, and photos of paragraphs that follow one
 * another while all but the last have no words, make one figure with the caption of the last.
 */
import path from 'node:path/posix';
import type { Image, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { text } from '../../tree/build.js';
import type { Figure, Photo, Phrasing } from '../../tree/nodes.js';
import { readInline } from '../inline.js';
import { finishPhrasing } from '../phrasing.js';
import { placeOf, type Reading } from '../reading.js';
import { advance } from '../text/source-map.js';
import { readPhotoAttributes } from './photo-attributes.js';

const BRACES = /^\s*\{([^{}]*)\}/;
/** Stands for a photo while the rest of its paragraph is looked at: U+FFFC, the object replacement character. */
const PHOTO = '\ufffc';
const PHOTOS_ONLY = /^[\s\u3000]*(\ufffc\s*(\{[^{}\ufffc]*\}\s*)?)+$/;
const REMOTE = /^([a-z][a-z0-9+.-]+:|\/\/)/i;

interface CaptionedPhoto {
  photo: Photo;
  caption: Phrasing[];
}

/** Whether a block is a paragraph of photos only (each with or without braces). */
export function isPhotoParagraph(node: Nodes): node is Paragraph {
  if (node.type !== 'paragraph') return false;
  let rest = '';
  for (const child of node.children) {
    if (child.type === 'text') rest += child.value;
    else if (child.type === 'image') rest += PHOTO;
    else if (child.type !== 'break') return false;
  }
  return PHOTOS_ONLY.test(rest);
}

/** Reads the photos of a paragraph. */
export function readPhotos(reading: Reading, node: Paragraph): CaptionedPhoto[] {
  return node.children.flatMap((child, index) =>
    child.type === 'image' ? [readPhoto(reading, child, node.children[index + 1])] : [],
  );
}

function readPhoto(reading: Reading, image: Image, after: PhrasingContent | undefined): CaptionedPhoto {
  const position = placeOf(image);
  if (image.title) {
    reading.error(
      'photo-title',
      position,
      '照片的地址后面多了一段引号里的文字',
      '说明只写在方括号里，删去引号里的文字',
    );
  }
  const [whole = '', braces] = (after?.type === 'text' && BRACES.exec(after.value)) || [];
  const start = advance(position.end, whole, whole.indexOf('{') + 1);
  const asked = braces === undefined ? { hints: {} } : readPhotoAttributes(reading, braces, start);
  const photo: Photo = { type: 'photo', src: image.url, file: photoFile(reading, image), ...asked, position };
  return { photo, caption: readCaption(reading, image) };
}

/** The words between the brackets; the parser keeps them as a plain string, so marks are read from the source. */
function readCaption(reading: Reading, image: Image): Phrasing[] {
  const point = advance(placeOf(image).start, '![', 2);
  const typed = reading.source.slice(point.offset, captionEnd(reading.source, image));
  if (/\[[^\]]*\]\(/.test(typed)) {
    reading.error('photo-caption', point, '照片的说明里不能再有照片或链接', '方括号里只写文字');
    return [];
  }
  const alt = image.alt ?? '';
  if (typed.trim() === '') return [];
  if (typed !== alt || /:索引|[*_<]/.test(typed)) return readInline(reading, typed, point);
  return finishPhrasing(reading, [text(alt, { start: point, end: advance(point, typed, typed.length) })]);
}

/** Where the words of a photo end, as an offset in the source: at the bracket that closes the first one. */
export function captionEnd(source: string, image: Image): number {
  const { start, end } = placeOf(image);
  let depth = 0;
  for (let index = (start.offset ?? 0) + 1; index < (end.offset ?? 0); index += 1) {
    const character = source[index];
    if (character === '\\') index += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    if (depth === 0) return index;
  }
  return end.offset ?? 0;
}

/** The photo's path in the volume; an address that leads out of it is an error. */
function photoFile(reading: Reading, image: Image): string {
  const position = placeOf(image);
  const url = decodePath(image.url);
  const complain = (rule: string, reason: string, remedy: string): string => {
    reading.error(rule, position, reason, remedy);
    return '';
  };
  if (url.trim() === '') return complain('photo-no-path', '照片没有写文件名', '写成 ![说明](photos/01.jpg)');
  if (/^[a-z]:[\\/]/i.test(url))
    return complain(
      'photo-path',
      `照片的路径“${url}”是某台电脑上的位置`,
      '把照片放进卷里，写相对路径，例如 photos/01.jpg',
    );
  if (REMOTE.test(url)) return complain('photo-remote', '照片不能引用网址', '把照片存进 photos 文件夹，写相对路径');
  if (url.includes('\\')) return complain('photo-path', `照片的路径“${url}”用了反斜线`, '改用“/”，例如 photos/01.jpg');
  const file = path.normalize(path.join(path.dirname(reading.file), url));
  if (url.startsWith('/') || file === '..' || file.startsWith('../')) {
    return complain(
      'photo-outside',
      `照片的路径“${url}”在卷的文件夹外面`,
      '把照片放进卷里，写相对路径，例如 photos/01.jpg',
    );
  }
  return file;
}

/** Editors write spaces and Chinese names as %20 and the like. */
function decodePath(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Gathers photos without words until one with a caption closes the figure. */
export class FigureGroup {
  private photos: Photo[] = [];
  private from: Photo['position'] | undefined;

  constructor(private readonly reading: Reading) {}

  /** Adds the photos of a paragraph; gives the figures that are complete. */
  add(photos: readonly CaptionedPhoto[]): Figure[] {
    const figures: Figure[] = [];
    for (const { photo, caption } of photos) {
      this.from ??= photo.position;
      this.photos.push(photo);
      if (caption.length > 0) figures.push(...this.close(caption));
    }
    return figures;
  }

  /** Closes the figure at hand, if any: without a caption when other blocks follow. */
  close(caption: Phrasing[] = []): Figure[] {
    const last = this.photos.at(-1);
    if (!last || !this.from) return [];
    const position = { start: this.from.start, end: last.position.end };
    const figure: Figure = { type: 'figure', id: this.reading.nextId('f'), photos: this.photos, caption, position };
    this.photos = [];
    this.from = undefined;
    return [figure];
  }
}
