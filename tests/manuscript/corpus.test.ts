/** The whole of a real yearbook, when it lies beside the project: everything in it must be read. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkVolume } from '../../src/check/index.js';
import { checkPhotos } from '../../src/manuscript/photos/photos.js';
import { readVolume } from '../../src/manuscript/read-volume.js';
import { countNodes } from '../../src/tree/count.js';

const corpus = path.resolve('../shared/corpus/jinchuan-2022');
const absent = !existsSync(corpus);
if (absent) console.log(`skipped: no corpus at ${path.relative('.', corpus)}`);

describe.skipIf(absent)('a real yearbook of 91 manuscripts', () => {
  it('is read whole, without an error', async () => {
    // The gate behind the readers runs on every manuscript: no message means no character was lost.
    const { volume, messages, changes } = await readVolume(corpus);
    expect([messages, changes]).toEqual([[], []]);
    if (!volume) throw new Error('no volume');
    expect(countNodes(volume)).toMatchObject({
      parts: 23,
      manuscripts: 91,
      entries: 439,
      tables: 20,
      photos: 64,
      holders: 458,
      events: 64,
    });
    expect(checkVolume(volume).filter((message) => message.severity === 'error')).toEqual([]);
    expect(await checkPhotos(volume)).toEqual([]);
  });
});
