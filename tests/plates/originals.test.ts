import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findOriginals } from '../../src/plates/originals.js';

const folder = mkdtempSync(join(tmpdir(), 'originals-'));
afterAll(() => rmSync(folder, { recursive: true }));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

it('finds the photo of which a picture was made, by the bytes of the picture', async () => {
  const prepared = ['甲', '乙'].map((name) => {
    const picture = join(folder, `${name}.jpg`);
    writeFileSync(picture, `picture ${name}`);
    return { picture, original: { file: `photos/${name}.tif`, path: `/volume/photos/${name}.tif` } };
  });
  const original = findOriginals(() => prepared);
  expect(await original(digest('picture 乙'))).toEqual({ file: 'photos/乙.tif', path: '/volume/photos/乙.tif' });
  expect(await original(digest('picture 丙'))).toBeUndefined();
});

it('reads the pictures only when it is asked, and once', async () => {
  let asked = 0;
  const original = findOriginals(() => {
    asked += 1;
    return [];
  });
  expect(asked).toBe(0);
  await original(digest('a'));
  await original(digest('b'));
  expect(asked).toBe(1);
});
