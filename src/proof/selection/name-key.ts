/** Names as they are compared: full-width and half-width, spaces, case and the `\` of Windows make no difference. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll('\\', '/')
    .replace(/\s+/gu, '')
    .replace(/^(?:\.\/)+/u, '')
    .replace(/\/+$/u, '')
    .toLowerCase();
}
