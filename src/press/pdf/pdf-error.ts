/** A PDF that cannot be read or finished; the message is Chinese, for the person at the command line. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}
