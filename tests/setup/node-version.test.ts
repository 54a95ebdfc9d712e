import { describe, expect, it } from 'vitest';
import { satisfies } from '../../scripts/setup/node-version.mjs';

describe('a Node version', () => {
  it.each([
    ['20.0.0', '>=20', true],
    ['20.19.4', '>=20.19', true],
    ['20.9.0', '>=20.19', false],
    ['18.20.4', '>=20', false],
    ['24.1.0', '>=20.19.0', true],
  ])('%s for %s: %s', (version, range, good) => {
    expect(satisfies(version, range)).toBe(good);
  });
});
