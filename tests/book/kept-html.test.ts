import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type KeptHtml, openHtml } from '../../src/book/kept-html.js';
import { openPictureDesk, type VolumePictures } from '../../src/plates/photos/pictures.js';
import type { Part, Volume } from '../../src/tree/nodes.js';
import { scratchFolder } from '../pipeline/volume.js';
import { photoVolume } from '../plates/photo-volume.js';

const folder = scratchFolder();
const cache = join(folder, 'cache');
let volume: Volume;
let part: Part;

const photo = (background: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();

beforeAll(async () => {
  mkdirSync(join(folder, 'photos'));
  writeFileSync(join(folder, 'photos', '1.jpg'), await photo('#a00'));
  volume = photoVolume(folder, [{ file: 'photos/1.jpg' }]);
  part = volume.children[0] as Part;
});

/** One run: how often it renders, what it gives, and what was ordered. */
async function run(file: string, outside = '', of = volume) {
  const desk: VolumePictures = await openPictureDesk(of, cache);
  const kept: KeptHtml = openHtml(join(folder, file), of, desk, cache);
  let renders = 0;
  const html = kept.rendered(
    part,
    () => {
      renders += 1;
      return `<img src="${kept.pictures.order('photos/1.jpg', 320, { turn: 90 })}">`;
    },
    outside,
  );
  kept.save();
  return { renders, html, uses: desk.photoUses() };
}

describe('kept HTML', () => {
  it('is not rendered again, and its photos are ordered as they were', async () => {
    const first = await run('a.json');
    const second = await run('a.json');
    expect([first.renders, second.renders]).toEqual([1, 0]);
    expect(second.html).toBe(first.html);
    expect(second.uses).toEqual(first.uses);
    expect(second.uses).toHaveLength(1);
  });

  it('is rendered again when something outside the part has changed, such as the numbers of its figures', async () => {
    await run('b.json', '图1');
    expect((await run('b.json', '图2')).renders).toBe(1);
    expect((await run('b.json', '图2')).renders).toBe(0);
  });

  it('is rendered again when a photo or a setting has changed', async () => {
    const first = await run('c.json');
    const settings = { ...volume.settings, screenPpi: 300 };
    expect((await run('c.json', '', { ...volume, settings })).renders).toBe(1);
    writeFileSync(join(folder, 'photos', '1.jpg'), await photo('#0a0'));
    const changed = await run('c.json');
    expect(changed.renders).toBe(1);
    expect(changed.html).not.toBe(first.html);
  });

  it('is rendered again where its file is damaged', async () => {
    await run('d.json');
    writeFileSync(join(folder, 'd.json'), '{"p01":');
    expect((await run('d.json')).renders).toBe(1);
  });
});
