/** Whether the photos of a volume are there and whole. Looks at the disk; the rest of reading does not. */
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Message } from '../../tree/message.js';
import type { Photo, Volume } from '../../tree/nodes.js';
import { select } from '../../tree/visit.js';
import { cause } from '../../volume/open.js';
import { sortMessages } from '../message-order.js';
import { contentFault, type PhotoFault } from './photo-content.js';

/** How many photos are looked at side by side. */
const CONCURRENCY = 8;
interface Use {
  photo: Photo;
  file: string;
}

/**
 * Checks every photo of the volume once for each place that uses it. Never throws for bad files.
 *
 * @param cache folder in which to remember the contents that were found good, by path, size and time
 */
export async function checkPhotos(volume: Volume, cache?: string): Promise<Message[]> {
  const good = cache === undefined ? new Set<string>() : await readGood(cache);
  const before = good.size;
  const uses = new Map<string, Use[]>();
  for (const part of volume.children) {
    for (const manuscript of part.children) {
      for (const photo of select(manuscript, 'photo')) {
        if (photo.file === '') continue;
        uses.set(photo.file, [...(uses.get(photo.file) ?? []), { photo, file: manuscript.file }]);
      }
    }
  }
  const messages: Message[] = [];
  const folders = new Map<string, Promise<string[]>>();
  const queue = [...uses];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [file, places] = next;
      const fault = await faultOf(volume.folder, file, folders, good);
      if (!fault) continue;
      for (const { photo, file: manuscript } of places) {
        const { line, column } = photo.position.start;
        messages.push({ severity: 'error', file: manuscript, line, column, ...fault });
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  if (cache !== undefined && good.size > before) await writeGood(cache, good);
  return sortMessages(messages);
}

const GOOD = 'sound-photos.json';

async function readGood(cache: string): Promise<Set<string>> {
  try {
    return new Set(JSON.parse(await readFile(path.join(cache, GOOD), 'utf8')) as string[]);
  } catch {
    // None yet, or damaged: every photo is looked at again.
    return new Set();
  }
}

async function writeGood(cache: string, good: Set<string>): Promise<void> {
  const half = path.join(cache, `${GOOD}.${process.pid}.half`);
  await mkdir(cache, { recursive: true });
  await writeFile(half, JSON.stringify([...good]));
  await rename(half, path.join(cache, GOOD));
}

async function faultOf(
  folder: string,
  file: string,
  folders: Map<string, Promise<string[]>>,
  good: Set<string>,
): Promise<PhotoFault | undefined> {
  const misnamed = await checkName(folder, file, folders);
  if (misnamed) return misnamed;
  const full = path.join(folder, file);
  try {
    const info = await stat(full);
    if (info.isDirectory())
      return { rule: 'photo-folder', reason: `“${file}”是文件夹，不是照片`, remedy: '写到文件名为止' };
    if (info.size === 0) return { rule: 'photo-empty', reason: `照片“${file}”是空文件`, remedy: '重新复制这张照片' };
    const stamp = `${full} ${info.size} ${info.mtimeMs}`;
    if (good.has(stamp)) return undefined;
    const fault = await contentFault(full, file, info.size);
    if (!fault) good.add(stamp);
    return fault;
  } catch (problem) {
    return {
      rule: 'photo-unreadable',
      reason: `照片“${file}”打不开${cause(problem)}`,
      remedy: '检查文件的读取权限，或重新复制这张照片',
    };
  }
}

/** A file name must match letter by letter, even where the system would not mind. */
async function checkName(
  folder: string,
  file: string,
  folders: Map<string, Promise<string[]>>,
): Promise<PhotoFault | undefined> {
  let current = '';
  for (const name of file.split('/')) {
    const known = folders.get(current) ?? readdir(path.join(folder, current)).catch(() => []);
    folders.set(current, known);
    const names = await known;
    if (!names.includes(name)) {
      const similar = names.find(
        (other) => other.normalize('NFC').toLowerCase() === name.normalize('NFC').toLowerCase(),
      );
      if (similar) {
        const reason = `照片“${file}”的大小写与文件“${similar}”不一样`;
        return { rule: 'photo-case', reason, remedy: '两处写成一样：在别的电脑上大小写不同就找不到' };
      }
      const twin = names.find((other) => other.replace(/\.[^.]*$/, '') === name.replace(/\.[^.]*$/, ''));
      const remedy = twin ? `文件夹里有“${twin}”，是不是它？` : '把照片放进去，或者改正文件名';
      return { rule: 'photo-missing', reason: `找不到照片“${file}”`, remedy };
    }
    current = current ? `${current}/${name}` : name;
  }
  return undefined;
}
