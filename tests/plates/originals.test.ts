import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findOriginals, type OriginalPhoto } from '../../src/plates/photos/originals.js';

const folder = mkdtempSync(join(tmpdir(), 'originals-'));
afterAll(() => rmSync(folder, { recursive: true }));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const photo = (name: string, width = 900): OriginalPhoto => ({
  file: `photos/${name}.tif`,
  path: `/volume/photos/${name}.tif`,
  digest: digest(name),
  treatment: {},
  width,
  drawn: false,
});

it('finds the photo of which a picture was made, by the bytes of the picture', async () => {
  const prepared = ['甲', '乙'].map((name) => {
    const picture = join(folder, `${name}.jpg`);
    writeFileSync(picture, `picture ${name}`);
    return { picture, original: photo(name) };
  });
  const original = findOriginals(() => prepared);
  expect(await original(digest('picture 乙'))).toEqual(photo('乙'));
  expect(await original(digest('picture 丙'))).toBeUndefined();
});

it('gives the larger of two sizes that have one picture', async () => {
  const [first, second] = ['一.jpg', '二.jpg'].map((name) => join(folder, name)) as [string, string];
  for (const file of [first, second]) writeFileSync(file, 'one picture');
  const larger = { picture: first, original: photo('甲', 800) };
  const smaller = { picture: second, original: photo('甲', 500) };
  for (const prepared of [
    [larger, smaller],
    [smaller, larger],
  ]) {
    expect(await findOriginals(() => prepared)(digest('one picture'))).toMatchObject({ width: 800 });
  }
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
