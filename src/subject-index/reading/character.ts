/** Single characters (单字) as the reader sees them. */

const HAN = /\p{Script=Han}/u;

/** Whether a character wants a reading. */
export function isHan(character: string): boolean {
  return HAN.test(character);
}
