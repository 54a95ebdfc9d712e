/** The three kinds of characters in PDF syntax (ISO 32000-1, 7.2.2). */

export const REGULAR = 0;
export const SPACE = 1;
export const DELIMITER = 2;

/** The kind of each byte. */
export const KIND = new Uint8Array(256);
for (const space of [0, 9, 10, 12, 13, 32]) KIND[space] = SPACE;
for (const delimiter of '()<>[]{}/%') KIND[delimiter.charCodeAt(0)] = DELIMITER;
