/** Photos in the inks of the press. */
import type { RenderingIntent } from '../../tree/press-settings.js';
import type { CmykProfile } from '../profile/profile.js';

/** A picture as it stands in the PDF. */
export interface PagePicture {
  width: number;
  height: number;
  jpeg?: Uint8Array;
  /** Bare pixels of 1, 3 or 4 bytes; 4 are CMYK. */
  raw?: { data: Uint8Array; channels: number };
}

export interface PressPicture {
  width: number;
  height: number;
  /** A CMYK JPEG. */
  bytes: Uint8Array;
  /** The JPEG holds the inks inverted: the PDF says `/Decode [1 0 1 0 1 0 1 0]`. */
  inverted: boolean;
}

export interface ConverterOptions {
  profile: CmykProfile;
  /** JPEG quality, 1 to 100. */
  quality: number;
  /** Total ink, per cent. */
  inkLimit: number;
  intent?: RenderingIntent;
  cacheFolder: string;
}

export interface ImageConverter {
  /** May be called for all pictures at once: a few are worked on at a time. */
  convert(picture: PagePicture): Promise<PressPicture>;
}

export function openImageConverter({ quality }: ConverterOptions): ImageConverter {
  return {
    async convert({ jpeg, raw, width, height }) {
      const { default: sharp } = await import('sharp');
      const input = raw
        ? sharp(raw.data, { raw: { width, height, channels: raw.channels as 1 | 3 | 4 } })
        : sharp(jpeg);
      const bytes = await input.toColourspace('cmyk').jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
      return { bytes, width, height, inverted: true };
    },
  };
}
