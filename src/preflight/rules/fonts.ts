/** Fonts: in the file, subset, of outlines, with their characters (ISO 32000-1, 9.6 to 9.10). */
import { type PdfDict, PdfName, PdfStream } from '../../press/pdf/values.js';
import { descendant } from '../../press/text/font.js';
import { parseToUnicode, type ToUnicode } from '../../press/text/to-unicode.js';
import type { ContentFont } from '../content/font.js';
import type { Archive } from '../file/archive.js';
import { isName } from '../file/pages.js';
import type { Book, Check, Found, Rule, Say } from '../rule.js';

const notEmbedded: Rule = {
  id: 'font-not-embedded',
  name: '字体嵌入',
  severity: 'error',
  needs: 'content',
  remedy: '导出时嵌入全部字体；系统字体不许嵌入的，换一种字体',
};
const type3: Rule = {
  id: 'font-type3',
  name: '没有 Type 3 字体',
  severity: 'error',
  needs: 'content',
  remedy: '换用静态 TrueType 字体重新导出；Type 3 字形在印厂的机器上会变粗、变慢',
};
const toUnicode: Rule = {
  id: 'font-to-unicode',
  name: '文字可查找、可复制',
  severity: 'warning',
  needs: 'content',
  remedy: '重新导出，使字体带有 ToUnicode 表；不影响印刷，但查错字、改版时找不到字',
};
const notSubset: Rule = {
  id: 'font-not-subset',
  name: '字体子集',
  severity: 'warning',
  needs: 'content',
  remedy: '导出时只嵌入用到的字（子集），文件会小得多',
};

/** A whole font smaller than this (bytes, packed) is as good as a subset. */
const SMALL_FONT = 300_000;

export const fonts: Check = {
  rules: [notEmbedded, type3, toUnicode, notSubset],
  end(book, say) {
    for (const font of book.fonts()) if (font.used.size > 0) checkFont(font, book, say);
  },
};

function checkFont(font: ContentFont, { archive, pages }: Book, say: Say): void {
  const page = pages[font.firstPage - 1];
  const name = `“${font.name.replace(/^[A-Z]{6}\+/, '')}”`;
  const found = (what: string): Found => ({ what, object: font.object, ...(page ? { page } : {}) });
  if (font.subtype === 'Type3') {
    say(type3, found(`${font.name === '（无名）' ? '' : name}是 Type 3 字体`));
    return;
  }
  const inner = font.composite ? descendant(archive, font.dict) : font.dict;
  const descriptor = archive.dict(inner.get('FontDescriptor'));
  const file = ['FontFile', 'FontFile2', 'FontFile3']
    .map((key) => archive.resolve(descriptor.get(key)))
    .find((value) => value instanceof PdfStream);
  if (!file) {
    say(notEmbedded, found(`${name}没有嵌入`));
    return;
  }
  if (!/^[A-Z]{6}\+/.test(font.name) && file.bytes.length > SMALL_FONT) {
    say(notSubset, found(`${name}整套嵌入，有 ${(file.bytes.length / 1e6).toFixed(1)} MB`));
  }
  const lacking = lackingText(archive, font);
  if (lacking) say(toUnicode, found(`${name}${lacking}`));
}

/** What is wrong with the way from codes to characters, or nothing. */
function lackingText(archive: Archive, font: ContentFont): string | undefined {
  const stream = archive.resolve(font.dict.get('ToUnicode'));
  if (!(stream instanceof PdfStream)) return namesItsCharacters(archive, font) ? undefined : '没有 ToUnicode 表';
  const { bytes, packed, broken } = archive.unpack(stream);
  const map = packed || broken ? undefined : quietly(bytes);
  if (!map) return '的 ToUnicode 表读不出来';
  const used = [...font.used];
  const lost = used.filter((code) => !isUseful(map.get(code)));
  if (lost.length === used.length) return '的 ToUnicode 表没有用（查不到任何一个字）';
  // A space or a hyphen that a program adds may be missing: nobody looks for it.
  return lost.length > Math.max(2, used.length / 50) ? `有 ${lost.length} 个字查不到（ToUnicode 表不全）` : undefined;
}

function quietly(bytes: Uint8Array): ToUnicode | undefined {
  try {
    return parseToUnicode(bytes);
  } catch {
    return undefined;
  }
}

/** Neither nothing nor the mark for nothing. Private characters are a foundry's own: they stand for no text. */
function isUseful(text: string | undefined): boolean {
  return text !== undefined && text.length > 0 && !/^[\0\ufffd\ue000-\uf8ff]*$/.test(text);
}

/** Standard encodings and the CMaps of Adobe's collections tell the characters themselves (9.10.2). */
function namesItsCharacters(archive: Archive, font: ContentFont): boolean {
  const encoding = archive.resolve(font.dict.get('Encoding'));
  if (font.composite) {
    if (!(encoding instanceof PdfName)) return false;
    if (!encoding.name.startsWith('Identity')) return true;
    const info = archive.dict(descendant(archive, font.dict).get('CIDSystemInfo'));
    const ordering = archive.resolve(info.get('Ordering'));
    const text = ordering && typeof ordering === 'object' && 'bytes' in ordering ? String(ordering.bytes) : '';
    return /^(?:GB1|CNS1|Japan1|Korea1)$/.test(text);
  }
  if (encoding instanceof PdfName) return /^(?:WinAnsi|MacRoman|Standard|MacExpert)Encoding$/.test(encoding.name);
  if (encoding instanceof Map) return differencesAreNames(archive, encoding);
  // A Type 1 program brings its own encoding of named glyphs.
  return isName(archive.resolve(font.dict.get('Subtype')), 'Type1');
}

/** `/G12` and `/c45` name no characters. */
function differencesAreNames(archive: Archive, encoding: PdfDict): boolean {
  const list = archive.resolve(encoding.get('Differences'));
  const names = (Array.isArray(list) ? list : []).filter((each): each is PdfName => each instanceof PdfName);
  return !names.some(({ name }) => /^[A-Za-z]{1,2}\d{1,4}$/.test(name));
}
