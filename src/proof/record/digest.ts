/** Digests: whether a manuscript is still the one that was proofed, and the revision of all of them as one short word. */
import { createHash } from 'node:crypto';

const DIGEST = 16;
const REVISION = 8;

/** The digest of a manuscript as it lies on disk, for `ProofRecord.manuscripts`. */
export function manuscriptDigest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, DIGEST);
}

/** The revision (稿件版本) of the manuscripts of a proof, from their digests: the same words, the same revision. */
export function revisionOf(manuscripts: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const file of Object.keys(manuscripts).sort()) hash.update(`${file}\0${manuscripts[file]}\0`);
  return hash.digest('hex').slice(0, REVISION);
}
