/**
 * An encrypted file that opens without a password: decrypted by pdf-lib, so that the rules can look at it all the
 * same. That it is encrypted stays an error.
 */
import { type Archive, openArchive } from './archive.js';

/** The decrypted file, or nothing where a password is wanted or the cipher is unknown. */
export async function unlock(archive: Archive): Promise<Archive | undefined> {
  try {
    const { PDFDocument } = await import('@cantoo/pdf-lib');
    const options = { password: '', updateMetadata: false, throwOnInvalidObject: false };
    const document = await PDFDocument.load(archive.bytes, options);
    const plain = openArchive(await document.save({ useObjectStreams: false, addDefaultPage: false }));
    return { ...plain, encrypted: true, headerVersion: archive.headerVersion, damage: archive.damage };
  } catch {
    return undefined;
  }
}
