/**
 * 标点挤压: two full-width marks side by side take a square and a half, and every mark is as wide as a Chinese mark.
 * Each is drawn in one half of its square, so in a sound pair, whatever its kind, the origins stand half an em apart.
 */
import { isHan, isLetter } from '../characters.js';
import { type Glyph, isFullClosing, isFullMark, isFullOpening } from '../glyphs.js';
import type { Line } from '../lines.js';
import type { Finding, Rule, Spot } from '../rule.js';
import { stretchOf } from '../stretch.js';

/** How far a pair may be off, em. */
const TOLERANCE = 0.1;

export const MARKS: Rule[] = [
  {
    id: 'marks-loose',
    name: '连排标点未挤压',
    unit: '对标点',
    clause: 'CLREQ 标点挤压；GB/T 15834-2011 5.1.11',
    // What the whole line is stretched by may also come between two marks.
    check: eachPair((distance, { what }, stretch) => {
      return distance > 0.5 + TOLERANCE + stretch ? { what: `“${what}”占 ${(distance + 1).toFixed(2)} 个字宽` } : true;
    }),
  },
  {
    id: 'marks-collide',
    name: '连排标点相碰',
    unit: '对标点',
    clause: 'CLREQ 标点挤压',
    check: eachPair((distance, { what }) => {
      return distance < 0.5 - TOLERANCE ? { what: `“${what}”只占 ${(distance + 1).toFixed(2)} 个字宽` } : true;
    }),
  },
  {
    id: 'mark-width',
    name: '标点宽度不合中文',
    unit: '个引号、间隔号、破折号、省略号',
    clause: 'GB/T 15834-2011 5.1.3—5.1.5、5.1.7',
    check: ({ lines }) => {
      const finding: Finding = { checked: 0, breaches: [] };
      for (const line of lines) {
        const widths = widthsOf(line);
        finding.checked += widths.length;
        const wrong = widths.find(({ right }) => !right);
        if (wrong) finding.breaches.push({ line, what: wrong.what });
      }
      return finding;
    },
  },
];

/** Looks at every two full-width marks that stand side by side; the distance of their origins is in em. */
function eachPair(
  look: (distance: number, pair: { what: string }, stretch: number) => Omit<Spot, 'line'> | true,
): Rule['check'] {
  return ({ lines }) => {
    const finding: Finding = { checked: 0, breaches: [] };
    for (const line of lines) {
      const { glyphs } = line;
      for (let i = 1; i < glyphs.length; i += 1) {
        const first = glyphs[i - 1] as Glyph;
        const second = glyphs[i] as Glyph;
        if (!isSqueezable(first, second)) continue;
        finding.checked += 1;
        const what = `${first.char}${second.char}`;
        const seen = look((second.x - first.x) / first.size, { what }, stretchOf(line));
        if (seen !== true) finding.breaches.push({ line, ...seen });
      }
    }
    return finding;
  };
}

/** An opening mark before a closing one has no blank between: nothing can be squeezed there. */
function isSqueezable(first: Glyph, second: Glyph): boolean {
  if (!isFullMark(first) || !isFullMark(second) || second.space !== '' || first.size !== second.size) return false;
  return isFullClosing(first) || isFullOpening(second);
}

/** How narrow each mark may be in its font, em: 间隔号 takes half a square, the others a whole one. */
const NARROWEST: Record<string, number> = { '“': 0.9, '”': 0.9, '‘': 0.9, '’': 0.9, '·': 0.45, '—': 0.9, '…': 0.9 };

function widthsOf({ glyphs }: Line): { right: boolean; what: string }[] {
  return glyphs.flatMap((glyph, i) => {
    const narrowest = NARROWEST[glyph.char[0] as string];
    if (narrowest === undefined || !isAmongHan(glyphs[i - 1], glyphs[i + 1])) return [];
    const width = glyph.width / glyph.size / glyph.char.length;
    return [{ right: width >= narrowest, what: `“${glyph.char}”宽 ${width.toFixed(2)} 个字` }];
  });
}

/** An apostrophe or a dot between letters is Latin. */
function isAmongHan(before: Glyph | undefined, after: Glyph | undefined): boolean {
  const chinese = (glyph: Glyph | undefined): boolean =>
    glyph !== undefined && (isHan(glyph.char) || isFullMark(glyph));
  const latin = (glyph: Glyph | undefined): boolean => glyph !== undefined && isLetter(glyph.char);
  return (chinese(before) || chinese(after)) && !(latin(before) && latin(after));
}
