/**
 * From a picture of the page back to the photo of which it was made. The PDF holds the bytes of the picture and not its
 * name, so the picture is known by their digest.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PhotoTreatment } from './treatment.js';

export interface OriginalPhoto {
  /** Relative to the volume folder. */
  file: string;
  path: string;
  /** SHA-256 of the file, hex. */
  digest: string;
  treatment: PhotoTreatment;
  /** Pixels across that the press wants of it, after its treatment. */
  width: number;
  /** A chart: its edges are to be kept closely. */
  drawn: boolean;
}

export interface PreparedPicture {
  /** Path of the picture as it is printed. */
  picture: string;
  original: OriginalPhoto;
}

/**
 * Finds originals by the SHA-256 of a picture, in hex. The pictures are read when the first one is asked for: they are
 * made by then. One picture may stand in two sizes: the larger counts.
 */
export function findOriginals(
  prepared: () => PreparedPicture[],
): (digest: string) => Promise<OriginalPhoto | undefined> {
  let known: Promise<Map<string, OriginalPhoto>> | undefined;
  return async (digest) => {
    known ??= digests(prepared());
    return (await known).get(digest);
  };
}

async function digests(prepared: PreparedPicture[]): Promise<Map<string, OriginalPhoto>> {
  const found = new Map<string, OriginalPhoto>();
  for (const { picture, original } of prepared) {
    const digest = createHash('sha256')
      .update(await readFile(picture))
      .digest('hex');
    const other = found.get(digest);
    if (!other || other.width < original.width) found.set(digest, original);
  }
  return found;
}
