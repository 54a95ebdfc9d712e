/** Words on a chart, in the book's own sans: drawn as outlines, so that no system font has a say. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

const require = createRequire(import.meta.url);
const face = (weight) => {
  const bytes = readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}`));
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), { lowMemory: true });
};

/** Path data with a decimal. Our own, because opentype.js 2.0.0 rounds some coordinates to NaN. */
function outline({ commands }) {
  const at = (value) => Math.round(value * 10) / 10;
  return commands
    .map(({ type, x1, y1, x2, y2, x, y }) => {
      const points = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined);
      return `${type}${points.map(at).join(' ')}`;
    })
    .join('');
}

/** The pen of a canvas: `write(text, x, y, size, fill, { bold, anchor })` sets words on the baseline y. */
export function lettering(c) {
  const regular = face('400Regular/NotoSansSC_400Regular.ttf');
  const heavy = face('700Bold/NotoSansSC_700Bold.ttf');
  return (text, x, y, size, fill, { bold = false, anchor = 'start' } = {}) => {
    const font = bold ? heavy : regular;
    const w = font.getAdvanceWidth(text, size);
    const left = anchor === 'middle' ? x - w / 2 : anchor === 'end' ? x - w : x;
    c.path(outline(font.getPath(text, left, y, size)), fill);
  };
}
