import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file under another name and renames it, so that a reader never meets half a file. */
export function writeAtomically(file: string, data: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.${Date.now().toString(36)}`;
  writeFileSync(draft, data);
  renameSync(draft, file);
}
