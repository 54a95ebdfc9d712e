/** The manuscripts of today, as a look-up asks for them; disk is at the edge. */

export interface ManuscriptNow {
  text: string;
  /** As in `ProofRecord.manuscripts`. */
  digest: string;
  /** Local time of its last change, `2022-09-01 10:20:33`. */
  modified: string;
}

export interface ManuscriptsNow {
  /** All that lie in the volume folder, in order. */
  files: readonly string[];
  /** Nothing where it is not there. */
  read(file: string): ManuscriptNow | undefined;
}
