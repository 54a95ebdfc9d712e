/** Words as outlines: what stands on a press sheet beside the page must be no text of the book. */
import { readFileSync } from 'node:fs';
import opentype from 'opentype.js';
import { loadManifest } from './manifest.js';

export interface OutlinePen {
  /** Path operators of PDF for a line whose baseline begins at x, y, and the width of the line, all in points. */
  outline(text: string, size: number, x: number, y: number): { path: string; width: number };
}

/** Opens a pen that writes in a family of the manifest, `NJ Hei`, in its lightest weight. */
export function openOutlinePen(family: string): OutlinePen {
  const face = loadManifest().faces.find((each) => each.family === family && each.only === undefined);
  if (!face) throw new Error(`no face of ${family}`);
  const bytes = readFileSync(face.file);
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const font = opentype.parse(data, { lowMemory: true });
  return {
    outline(text, size, x, y) {
      let pen = x;
      let path = '';
      for (const character of text) {
        const glyph = font.charToGlyph(character);
        path += operatorsOf(glyph.getPath(pen, 0, size).commands, y);
        pen += ((glyph.advanceWidth ?? font.unitsPerEm) / font.unitsPerEm) * size;
      }
      return { path, width: pen - x };
    },
  };
}

/** A TrueType outline has curves of the second degree, PDF of the third; and its y runs up. */
function operatorsOf(commands: readonly opentype.PathCommand[], baseline: number): string {
  let [atX, atY] = [0, 0];
  let operators = '';
  for (const command of commands) {
    if (command.type === 'Z') {
      operators += 'h\n';
      continue;
    }
    const [x, y] = [command.x, baseline - command.y];
    if (command.type === 'M') operators += `${point(x, y)} m\n`;
    else if (command.type === 'L') operators += `${point(x, y)} l\n`;
    else if (command.type === 'C') {
      operators += `${point(command.x1, baseline - command.y1)} ${point(command.x2, baseline - command.y2)} ${point(x, y)} c\n`;
    } else {
      const [cx, cy] = [command.x1, baseline - command.y1];
      const first = point(atX + (2 / 3) * (cx - atX), atY + (2 / 3) * (cy - atY));
      const second = point(x + (2 / 3) * (cx - x), y + (2 / 3) * (cy - y));
      operators += `${first} ${second} ${point(x, y)} c\n`;
    }
    [atX, atY] = [x, y];
  }
  return operators;
}

function point(x: number, y: number): string {
  return `${Math.round(x * 1000) / 1000} ${Math.round(y * 1000) / 1000}`;
}
