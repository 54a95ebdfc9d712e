/** The manuscripts of a volume as they lie on disk, each read once and only when it is asked for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../manuscript/text/encoding.js';
import { manuscriptDigest } from '../proof/record/digest.js';
import { localTime } from '../proof/record/local-time.js';
import type { ManuscriptNow, ManuscriptsNow } from '../proof/where/manuscripts.js';

/** @param folder absolute path of the volume */
export function manuscriptsIn(folder: string): ManuscriptsNow {
  const kept = new Map<string, ManuscriptNow | undefined>();
  let files: string[] | undefined;
  return {
    get files() {
      files ??= readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => name.replaceAll('\\', '/'))
        .filter((name) => /^[^/]+\/[^/]+\.md$/iu.test(name))
        .sort();
      return files;
    },
    read(file) {
      if (!kept.has(file)) kept.set(file, manuscriptAt(join(folder, file)));
      return kept.get(file);
    },
  };
}

function manuscriptAt(path: string): ManuscriptNow | undefined {
  try {
    const bytes = readFileSync(path);
    const text = decodeText(bytes).text ?? '';
    return { text, digest: manuscriptDigest(bytes), modified: localTime(statSync(path).mtime) };
  } catch {
    // Not there, or not to be read: to a look-up it is gone.
    return undefined;
  }
}
