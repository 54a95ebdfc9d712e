/** Reading and checking (读稿、检查): the first steps of every road. */
import { join } from 'node:path';
import { assertWritable } from '../book/deliver.js';
import { openLock } from '../book/reading-lock.js';
import { type MessageDesk, Refusal } from '../book/refusal.js';
import type { Request } from '../book/request.js';
import type { Run } from '../book/run.js';
import { checkStyles } from '../book/theme.js';
import { checkVolume } from '../check/index.js';
import { checkPhotos } from '../manuscript/photos/photos.js';
import { readVolume } from '../manuscript/read-volume.js';
import { draftIndex } from '../subject-index/compile.js';

/** How a volume is read. */
export interface Way {
  /** Titles of the 类目 to set, without 目录 and 索引; all where it is empty. */
  only: string[];
  /** Whether something will have to be set: the browser starts while the manuscripts are read. */
  warm: boolean;
  /** Whether the pages are printed afterwards. */
  prints: boolean;
  /** Whether readings are taken anew from the dictionary. */
  relock: boolean;
  /** Whether anything will be written into the output folder. */
  writes: boolean;
}

/** A volume that may be set, and what its index will be made of. */
export type ReadBook = Awaited<ReturnType<typeof readBook>>;

/** Reads a volume and checks all of it. Throws a {@link Refusal} where `desk` does. */
export async function readBook(request: Request, way: Way, run: Run, desk: MessageDesk) {
  run.phase('读稿');
  const read = await readVolume(request.folder, { cache: run.folders.manuscripts, only: way.only });
  desk.take(read.messages);
  const { volume, changes } = read;
  if (!volume) throw new Refusal(desk.messages);
  const { settings } = volume;
  const out = request.out ?? join(request.home, 'dist', settings.number);
  if (way.writes) assertWritable(out);

  run.phase('检查');
  const lock = way.relock ? { messages: [] } : openLock(request.folder);
  const draft = draftIndex(volume);
  desk.take([
    ...checkStyles(settings.layout),
    ...checkVolume(volume),
    // Where only some 类目 are read no index is printed, and half of what its rules name is not there.
    ...(way.only.length > 0 ? [] : [...lock.messages, ...draft.messages]),
    ...(await checkPhotos(volume, run.folders.pictures)),
  ]);
  return { volume, changes, out, lock, draft };
}
