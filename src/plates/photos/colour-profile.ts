/**
 * What an ICC profile in a photo says of itself: its name, and how far its colours reach (ICC.1:2022, 7.3, 9.2). Only
 * what the contact sheet and the choice of a conversion need; damaged profiles say nothing.
 */

export interface ColourProfile {
  /** `Display P3`; absent where it does not say. */
  name?: string;
  /** Area of its triangle of primaries over that of sRGB, both in CIE xy; absent where it has no primaries. */
  reach?: number;
}

const TAGS = 128;
/** Area of the triangle of sRGB (IEC 61966-2-1), its primaries adapted to D50 as profiles have them. */
const SRGB_AREA = areaOf([
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7141],
]);

export function readProfile(icc: Buffer): ColourProfile {
  const name = nameOf(icc);
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => xyzOf(icc, tag));
  const known = primaries.filter((each) => each !== undefined);
  return { ...(name && { name }), ...(known.length === 3 && { reach: areaOf(known) / SRGB_AREA }) };
}

function nameOf(icc: Buffer): string | undefined {
  const data = tagOf(icc, 'desc');
  const type = data?.toString('latin1', 0, 4);
  // Version 2: ASCII with its length; version 4: strings of several languages in UTF-16.
  const text =
    type === 'desc' && data && data.length > 12
      ? data.toString('latin1', 12, Math.min(data.length, 12 + data.readUInt32BE(8)))
      : type === 'mluc' && data && data.length >= 28
        ? utf16(data.subarray(data.readUInt32BE(24), data.readUInt32BE(24) + data.readUInt32BE(20)))
        : '';
  return text.replaceAll('\0', '').trim() || undefined;
}

function utf16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

function xyzOf(icc: Buffer, tag: string): [number, number, number] | undefined {
  const data = tagOf(icc, tag);
  if (!data || data.length < 20) return undefined;
  const at = (index: number): number => data.readInt32BE(8 + index * 4) / 65536;
  return [at(0), at(1), at(2)];
}

function tagOf(icc: Buffer, wanted: string): Buffer | undefined {
  const count = icc.length >= TAGS + 4 ? icc.readUInt32BE(TAGS) : 0;
  for (let at = TAGS + 4; at < TAGS + 4 + count * 12 && at + 12 <= icc.length; at += 12) {
    if (icc.toString('latin1', at, at + 4) !== wanted) continue;
    const [from, length] = [icc.readUInt32BE(at + 4), icc.readUInt32BE(at + 8)];
    return icc.subarray(from, from + length);
  }
  return undefined;
}

/** Twice the area of a triangle in xy. */
function areaOf(primaries: readonly [number, number, number][]): number {
  const [[ax, ay], [bx, by], [cx, cy]] = primaries.map(([x, y, z]) => [x / (x + y + z), y / (x + y + z)]) as [
    [number, number],
    [number, number],
    [number, number],
  ];
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}
