/** Photos of the pages as part of the document: a screen shows less than paper, and so does a proof that is mailed. */
import { fileURLToPath } from 'node:url';
import { attribute, type PageElement, setAttribute } from './finished-document.js';

/** Pixels an inch at the size at which a photo stands. */
const SCREEN_PPI = 150;
const CSS_PPI = 96;
const QUALITY = 80;

/** Puts `data:` URLs in the place of files. Throws where a photo cannot be read: it must not be lost unnoticed. */
export async function embedPhotos(elements: Iterable<PageElement>): Promise<void> {
  const made = new Map<string, Promise<string>>();
  for (const image of elements) {
    if (image.tagName !== 'img') continue;
    const url = attribute(image, 'data-src') ?? attribute(image, 'src') ?? '';
    setAttribute(image, 'data-src');
    if (!url.startsWith('file:')) continue;
    const width = Number(/width:\s*([\d.]+)px/u.exec(attribute(image, 'style') ?? '')?.[1]);
    if (!(width > 0)) throw new Error(`a photo without a width: ${url}`);
    const pixels = Math.ceil((width / CSS_PPI) * SCREEN_PPI);
    const key = `${pixels} ${url}`;
    const photo = made.get(key) ?? forScreen(fileURLToPath(url), pixels);
    made.set(key, photo);
    setAttribute(image, 'src', await photo);
  }
}

async function forScreen(file: string, width: number): Promise<string> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(file).rotate().resize({ width, withoutEnlargement: true });
  const bytes = await picture.jpeg({ quality: QUALITY }).toBuffer();
  return `data:image/jpeg;base64,${bytes.toString('base64')}`;
}
