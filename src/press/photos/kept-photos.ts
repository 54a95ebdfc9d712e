/** Converted photos kept on disk: the JPEG, and beside it what it is. A build that stops half-way leaves no half file. */
import { mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TREATMENTS, type Treatment } from './treatment.js';

export interface ConvertedPhoto {
  bytes: Uint8Array;
  width: number;
  height: number;
  treatment: Treatment;
  /** The file of the department that was converted in place of the picture on the page. */
  file?: string;
}

export interface KeptPhotos {
  find(key: string): Promise<ConvertedPhoto | undefined>;
  keep(key: string, photo: ConvertedPhoto): Promise<void>;
}

export function openKeptPhotos(folder: string): KeptPhotos {
  const jpeg = (key: string): string => join(folder, `${key}.jpg`);
  const facts = (key: string): string => join(folder, `${key}.json`);
  return {
    async find(key) {
      try {
        const [text, bytes] = await Promise.all([readFile(facts(key), 'utf8'), readFile(jpeg(key))]);
        const { length, ...found } = JSON.parse(text) as Omit<ConvertedPhoto, 'bytes'> & { length: number };
        if (length !== bytes.length || !TREATMENTS.includes(found.treatment)) return undefined;
        await Promise.all([jpeg(key), facts(key)].map(stayYoung));
        return { ...found, bytes };
      } catch {
        // None yet, or damaged: it is converted again.
        return undefined;
      }
    },
    async keep(key, { bytes, ...photo }) {
      await mkdir(folder, { recursive: true });
      await replace(jpeg(key), bytes);
      await replace(facts(key), JSON.stringify({ ...photo, length: bytes.length }));
    },
  };
}

const DAY = 24 * 3600 * 1000;

/** The picture desk deletes what looks old (see plates/pictures): what is used does not. */
async function stayYoung(file: string): Promise<void> {
  const { mtimeMs } = await stat(file);
  const now = new Date();
  if (now.getTime() - mtimeMs > DAY) await utimes(file, now, now);
}

async function replace(file: string, content: Uint8Array | string): Promise<void> {
  const half = `${file}.${process.pid}.half`;
  await writeFile(half, content);
  await rename(half, file);
}
