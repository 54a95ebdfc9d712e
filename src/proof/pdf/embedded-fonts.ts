/**
 * The fonts of the furniture as objects of a PDF (ISO 32000-1, 9.7): composite fonts whose codes are the glyphs of a
 * TrueType subset, with the characters they stand for, so that furniture can be searched and copied.
 */
import { createHash } from 'node:crypto';
import { dict, name, type PdfDict, PdfRef, type PdfStream, PdfString, type PdfValue } from '../../press/pdf/values.js';
import { packed } from './packed.js';
import type { FontFile, SetGlyph } from './proof-fonts.js';

export interface EmbeddedFonts {
  /** The name of a font in the resources of every sheet; the glyph is noted as used. */
  use(glyph: SetGlyph): string;
  /** `/Font` of the resources. */
  resources(): PdfDict;
  /** Writes the fonts that were used. */
  write(objects: Map<number, PdfValue>): void;
}

interface UsedFont {
  key: string;
  ref: PdfRef;
  file: FontFile;
  /** Characters by glyph. */
  used: Map<number, string>;
}

/** @param numbers gives unused object numbers */
export function embedFonts(numbers: () => number): EmbeddedFonts {
  const fonts = new Map<FontFile, UsedFont>();
  return {
    use({ file, glyph, character }) {
      let font = fonts.get(file);
      if (!font) {
        font = { key: `F${fonts.size + 1}`, ref: new PdfRef(numbers()), file, used: new Map() };
        fonts.set(file, font);
      }
      font.used.set(glyph, character);
      return font.key;
    },
    resources: () => new Map([...fonts.values()].map(({ key, ref }) => [key, ref])),
    write(objects) {
      for (const font of fonts.values()) writeFont(font, numbers, objects);
    },
  };
}

function writeFont({ ref, file, used }: UsedFont, numbers: () => number, objects: Map<number, PdfValue>): void {
  const { font, name: fontName } = file;
  const add = (value: PdfValue): PdfRef => {
    const number = numbers();
    objects.set(number, value);
    return new PdfRef(number);
  };
  const thousandths = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
  const tagged = name(`${subsetTag(font.bytes)}+${fontName}`);
  const glyphs = [...used.keys()].sort((a, b) => a - b);
  const fontFile = packed(font.bytes, dict({ Length1: font.bytes.length }));
  const descriptor = dict({
    Type: name('FontDescriptor'),
    FontName: tagged,
    // Symbolic: its codes are glyphs, not a standard alphabet.
    Flags: 4,
    FontBBox: font.box.map(thousandths),
    ItalicAngle: 0,
    Ascent: thousandths(font.ascender),
    Descent: thousandths(font.descender),
    CapHeight: 733,
    StemV: 80,
    FontFile2: add(fontFile),
  });
  const descendant = dict({
    Type: name('Font'),
    Subtype: name('CIDFontType2'),
    BaseFont: tagged,
    CIDSystemInfo: dict({ Registry: new PdfString('Adobe'), Ordering: new PdfString('Identity'), Supplement: 0 }),
    CIDToGIDMap: name('Identity'),
    DW: 1000,
    W: glyphs.flatMap((glyph): PdfValue[] => {
      const width = thousandths(font.advance(glyph));
      return width === 1000 ? [] : [glyph, [width]];
    }),
    FontDescriptor: add(descriptor),
  });
  objects.set(
    ref.number,
    dict({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: tagged,
      Encoding: name('Identity-H'),
      DescendantFonts: [add(descendant)],
      ToUnicode: add(toUnicode(used, glyphs)),
    }),
  );
}

/** Six letters that tell subsets apart (9.6.4). */
function subsetTag(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

/** At most so many entries stand in one section (Adobe Technical Note 5411). */
const SECTION = 100;

function toUnicode(used: ReadonlyMap<number, string>, glyphs: readonly number[]): PdfStream {
  const entries = glyphs.map((glyph) => `<${hex(glyph)}> <${utf16(used.get(glyph) ?? '')}>`);
  const sections: string[] = [];
  for (let i = 0; i < entries.length; i += SECTION) {
    const section = entries.slice(i, i + SECTION);
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`);
  }
  const text = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
  return packed(Buffer.from(text, 'latin1'));
}

/** A code of two bytes. */
export function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('');
}
