/** Volumes written to a temporary place, for the tests that set them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that goes when the tests of the file have run. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianjian-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Kept between runs: cutting the subsets of the fonts takes longer than setting a small book. */
export const FONT_CACHE = join(tmpdir(), 'nianjian-test-fonts');

export type Files = Record<string, string | Uint8Array>;

const BOOK = '书名: 测试县年鉴\n卷号: 2022\n记述年份: 2021\n主办: 测试县\n编纂: 测试县办公室\n';

/** Writes a volume; without a book.yaml it gets a sound one. Gives the folder back. */
export function writeVolume(folder: string, files: Files): string {
  for (const [name, content] of Object.entries({ 'book.yaml': BOOK, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
