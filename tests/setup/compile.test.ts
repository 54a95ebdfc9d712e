import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from '../../scripts/setup/compile.mjs';

const project = resolve(import.meta.dirname, '../..');

describe('compiling', () => {
  const root = mkdtempSync(join(tmpdir(), 'nianjian-test-'));
  afterAll(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'src', 'room'), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'tsconfig.json'), readFileSync(join(project, 'tsconfig.json')));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');

  const source = (name: string) => join(root, 'src', 'room', name);
  const output = (name: string) => join(root, 'build', 'room', name);

  it('makes the outputs', () => {
    writeFileSync(source('entry.ts'), 'export const entry = 1;\n');
    writeFileSync(source('roster.ts'), 'export const roster = 1;\n');
    compile(root);
    expect(existsSync(output('entry.js'))).toBe(true);
    expect(existsSync(output('roster.js'))).toBe(true);
  });

  it('does nothing when no content has changed, whatever the dates say', () => {
    const before = statSync(output('entry.js')).mtimeMs;
    writeFileSync(source('entry.ts'), 'export const entry = 1;\n');
    compile(root);
    expect(statSync(output('entry.js')).mtimeMs).toBe(before);
  });

  it('follows a change and removes what has lost its source', () => {
    writeFileSync(source('entry.ts'), 'export const entry = 2;\n');
    rmSync(source('roster.ts'));
    compile(root);
    expect(readFileSync(output('entry.js'), 'utf8')).toContain('entry = 2');
    expect(existsSync(output('roster.js'))).toBe(false);
  });

  it('makes an output again that somebody has removed', () => {
    rmSync(output('entry.js'));
    compile(root);
    expect(existsSync(output('entry.js'))).toBe(true);
  });
});
