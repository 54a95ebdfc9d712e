/** Whether the press file that lies beside a book was made of it. */
import { existsSync, readFileSync } from 'node:fs';
import { documentId } from '../press/pdfx/identification.js';

/** Whether there is a press file, and it was made of another book than the one whose PDF is `screen`. */
export function isStalePress(file: string, screen: Uint8Array): boolean {
  return existsSync(file) && !readFileSync(file).includes(documentId(screen));
}
