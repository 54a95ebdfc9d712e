/**
 * Fingerprints tell whether a step has anything to do. Contents count, dates do not: a fresh clone or a copied
 * folder has new dates on old files.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One hash over the names and contents of `files` (absolute paths). */
export function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Whether the stamp left by the last finished run says `value`. */
export function isStamped(stampFile, value) {
  try {
    return readFileSync(stampFile, 'utf8').trim() === value;
  } catch {
    return false;
  }
}

/** Leaves a stamp. Only a finished step does so; an interrupted one is done again. */
export function stamp(stampFile, value) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${value}\n`);
}
