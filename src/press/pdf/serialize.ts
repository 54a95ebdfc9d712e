/** PDF values as bytes. */
import { PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from './values.js';

/** A value in PDF syntax; streams are written by `objectBytes`. One character per byte. */
export function serialize(value: Exclude<PdfValue, PdfStream>): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return formatNumber(value);
  if (value instanceof PdfName) return `/${value.name.replace(/[^!-~]|[()<>[\]{}/%#]/g, escapeByte)}`;
  if (value instanceof PdfString) return formatString(value.bytes);
  if (value instanceof PdfRef) return `${value.number} ${value.generation} R`;
  if (Array.isArray(value)) return `[${value.map(serializeNested).join(' ')}]`;
  return `<<${[...value].map(([key, each]) => `${serialize(new PdfName(key))} ${serializeNested(each)}`).join('\n')}>>`;
}

/** `12 0 obj … endobj` with its line end. */
export function objectBytes(number: number, value: PdfValue): Uint8Array[] {
  if (!(value instanceof PdfStream)) return [Buffer.from(`${number} 0 obj\n${serialize(value)}\nendobj\n`, 'latin1')];
  const dict = new Map(value.dict).set('Length', value.bytes.length);
  return [
    Buffer.from(`${number} 0 obj\n${serialize(dict)} stream\n`, 'latin1'),
    value.bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ];
}

function serializeNested(value: PdfValue): string {
  if (value instanceof PdfStream) throw new TypeError('a stream is always an object of its own');
  return serialize(value);
}

/** Five decimals: a hundred-thousandth of a point. PDF knows no exponents. */
function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a PDF number: ${value}`);
  return Number.isInteger(value)
    ? String(value)
    : value
        .toFixed(5)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0');
}

function formatString(bytes: string): string {
  if (/^[ -~]*$/.test(bytes)) return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
  return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`;
}

function escapeByte(character: string): string {
  return `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
