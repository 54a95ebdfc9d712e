/** What is too thin, too light or too heavy to print: hairlines, faint tints, fills above the ink limit. */
import { describeInks } from '../content/colour.js';
import { describeWithin, type PathMark } from '../content/mark.js';
import type { Check, Rule } from '../rule.js';
import { isPrinted, paintedInks, totalOf } from './painted.js';

const hairline: Rule = {
  id: 'hairline',
  name: '线条粗细',
  severity: 'error',
  needs: 'content',
  remedy: '线条至少 0.25 磅；再细的印出来会断',
};
const tint: Rule = {
  id: 'tint-too-light',
  name: '浅色网点',
  severity: 'warning',
  needs: 'content',
  remedy: '浅色至少 3%，再浅的网点印不出来；要么加深，要么不印',
};
const heavy: Rule = {
  id: 'ink-total-vector',
  name: '色块墨量',
  severity: 'error',
  needs: 'content',
  remedy: '减少色块里的油墨，四色相加不超过限量',
};

const THINNEST = 0.25;
const LIGHTEST = 0.03;

export const linesAndTints: Check = {
  rules: [hairline, tint, heavy],
  page({ page, marks }, { terms }, say) {
    for (const mark of marks) {
      if (!isPrinted(mark, page)) continue;
      const place = { page, box: mark.box, via: describeWithin(mark.within), object: mark.within.object };
      const width = mark.kind === 'path' ? thickness(mark) : undefined;
      if (width !== undefined && width < THINNEST - 0.004) {
        say(hairline, { ...place, what: `线只有 ${Math.round(width * 1000) / 1000} 磅` });
      }
      for (const { inks } of paintedInks(mark)) {
        const deepest = Math.max(...inks);
        if (deepest > 0.0005 && deepest < LIGHTEST - 0.0005)
          say(tint, { ...place, what: `颜色只有 ${describeInks(inks)}` });
        const total = Math.round(totalOf(inks) * 1000) / 10;
        if (total > terms.ink + 0.5)
          say(heavy, { ...place, what: `墨量 ${total}%（${describeInks(inks)}），限量 ${terms.ink}%` });
      }
    }
  },
};

/** How thick a line is, drawn as a stroke or as a narrow filled rectangle; nothing for areas and for what is white. */
function thickness(mark: PathMark): number | undefined {
  const visible =
    paintedInks(mark).some(({ inks }) => totalOf(inks) > 0) || (mark.fill ?? mark.stroke)?.space.kind !== 'DeviceGray';
  if (!visible) return undefined;
  if (mark.stroke) return mark.lineWidth;
  if (!mark.plain) return undefined;
  const [width, height] = [mark.extent[2] - mark.extent[0], mark.extent[3] - mark.extent[1]];
  const [thin, long] = [Math.min(width, height), Math.max(width, height)];
  // A dot is no line, and neither is a gap between a thing and its own edge.
  return long > 2 && thin < 1 ? thin : undefined;
}
