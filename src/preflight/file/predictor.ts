/** Predictors of FlateDecode and LZWDecode (ISO 32000-1, 7.4.4.4): differences to neighbours instead of samples. */
import type { PdfDict } from '../../press/pdf/values.js';

export function undoPredictor(bytes: Uint8Array, parameters: PdfDict): Uint8Array {
  const predictor = number(parameters, 'Predictor', 1);
  if (predictor < 2) return bytes;
  const colours = number(parameters, 'Colors', 1);
  const bits = number(parameters, 'BitsPerComponent', 8);
  const columns = number(parameters, 'Columns', 1);
  const step = Math.max(1, (colours * bits) >> 3);
  const row = (colours * bits * columns + 7) >> 3;
  if (!(row > 0) || row > bytes.length + 1) return bytes;
  return predictor === 2 ? undoTiff(bytes, row, step, bits) : undoPng(bytes, row, step);
}

function number(parameters: PdfDict, key: string, fallback: number): number {
  const value = parameters.get(key);
  return typeof value === 'number' && value > 0 && value < 1e6 ? Math.floor(value) : fallback;
}

/** Only whole bytes: samples of other depths occur in pictures, which are not looked into. */
function undoTiff(bytes: Uint8Array, row: number, step: number, bits: number): Uint8Array {
  if (bits !== 8) return bytes;
  const out = Uint8Array.from(bytes);
  for (let start = 0; start < out.length; start += row) {
    const end = Math.min(start + row, out.length);
    for (let i = start + step; i < end; i++) out[i] = ((out[i] as number) + (out[i - step] as number)) & 0xff;
  }
  return out;
}

/** Every row begins with the byte that names its predictor. */
function undoPng(bytes: Uint8Array, row: number, step: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let r = 0; r < rows; r++) {
    const kind = bytes[r * (row + 1)];
    const from = r * (row + 1) + 1;
    const to = r * row;
    for (let i = 0; i < row; i++) {
      const left = i >= step ? (out[to + i - step] as number) : 0;
      const up = r > 0 ? (out[to + i - row] as number) : 0;
      const corner = r > 0 && i >= step ? (out[to + i - row - step] as number) : 0;
      out[to + i] = (bytes[from + i] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number | undefined, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
