/** What the environment or a manuscript lacks in the way of fonts; the message is Chinese, for the editor. */
export class FontError extends Error {
  override readonly name = 'FontError';
}
