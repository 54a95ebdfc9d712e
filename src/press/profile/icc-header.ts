/**
 * The head of an ICC profile (ISO 15076-1, 7.2): 128 bytes that say what the profile is for, and its name.
 */
export interface IccHeader {
  /** Length that the profile says it has. */
  size: number;
  /** Major version: 2 or 4. PDF/X-1a knows only 2. */
  version: number;
  /** `prtr` for printers, `mntr` for screens, `scnr`, `link`, `spac`, `abst`, `nmcl`. */
  deviceClass: string;
  /** Colour space of the data, trimmed: `CMYK`, `RGB`, `GRAY`, `Lab`. */
  space: string;
  /** What the profile calls itself; empty where it does not say. */
  description: string;
}

const HEAD = 128;

/** Nothing where the bytes are no ICC profile. */
export function readIccHeader(bytes: Uint8Array): IccHeader | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < HEAD + 4 || view.toString('latin1', 36, 40) !== 'acsp') return undefined;
  return {
    size: view.readUInt32BE(0),
    version: view.readUInt8(8),
    deviceClass: view.toString('latin1', 12, 16).trim(),
    space: view.toString('latin1', 16, 20).trim(),
    description: readDescription(view),
  };
}

/** Whether RGB numbers with this profile are sRGB, so that they need no conversion of their own. */
export function isSrgb(header: IccHeader): boolean {
  return header.space === 'RGB' && /\bsRGB\b/u.test(header.description);
}

function readDescription(view: Buffer): string {
  const tag = tagOf(view, 'desc');
  if (!tag) return '';
  const type = tag.toString('latin1', 0, 4);
  if (type === 'desc' && tag.length >= 12) return clean(tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)));
  if (type === 'mluc' && tag.length >= 28) {
    // The first of the languages; Chinese and English names are equally good.
    const [length, offset] = [tag.readUInt32BE(20), tag.readUInt32BE(24)];
    const text = Buffer.from(tag.subarray(offset, offset + length - (length % 2)));
    return clean(text.swap16().toString('utf16le'));
  }
  return '';
}

function tagOf(view: Buffer, signature: string): Buffer | undefined {
  const count = Math.min(view.readUInt32BE(HEAD), 100);
  for (let index = 0; index < count; index += 1) {
    const at = HEAD + 4 + index * 12;
    if (at + 12 > view.length) return undefined;
    if (view.toString('latin1', at, at + 4) !== signature) continue;
    const offset = view.readUInt32BE(at + 4);
    return view.subarray(offset, offset + view.readUInt32BE(at + 8));
  }
  return undefined;
}

function clean(text: string): string {
  return text.split('\0')[0]?.trim() ?? '';
}
