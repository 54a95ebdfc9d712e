import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../scripts/setup/dependencies.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-win32': { version: '1.0.0', optional: true },
  },
};

describe('node_modules', () => {
  it('is complete without the packages of other platforms', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  it('is not complete with another version or without a package', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
    expect(isInstalled(lock, { packages: {} })).toBe(false);
  });

  it('is not complete when npm has left no record', () => {
    expect(isInstalled(lock, undefined)).toBe(false);
  });
});
