/**
 * From a picture of the page back to the photo of which it was made. The PDF holds the bytes of the picture and not its
 * name, so the picture is known by their digest.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export interface OriginalPhoto {
  /** Relative to the volume folder. */
  file: string;
  path: string;
}

export interface PreparedPicture {
  /** Path of the picture as it is printed. */
  picture: string;
  original: OriginalPhoto;
}

/**
 * Finds originals by the SHA-256 of a picture, in hex. The pictures are read when the first one is asked for: they are
 * made by then, and a book whose photos are all kept asks for none.
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
    found.set(
      createHash('sha256')
        .update(await readFile(picture))
        .digest('hex'),
      original,
    );
  }
  return found;
}
