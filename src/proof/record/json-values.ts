/** Values of a JSON file that nobody vouches for: each is what it should be, or a TypeError. */

export type Json = Record<string, unknown>;

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('no text');
  return value;
}

export function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('no number');
  return value;
}

export function arrayOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError('no list');
  return value;
}

export function objectOf(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object');
  return value as Json;
}
