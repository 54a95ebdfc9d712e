/** Photos that lie in the folders of a volume and that no manuscript uses (未用). */
import { readdir } from 'node:fs/promises';

/** What departments send as photos, whether it can be printed or not. */
const PHOTO = /\.(?:jpe?g|png|webp|tiff?|bmp|gif|heic|heif|avif|psd)$/iu;

/** Paths relative to the volume folder, with `/`, in order. Folders whose names begin with a dot are not looked into. */
export async function unusedPhotos(folder: string, used: ReadonlySet<string>): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => PHOTO.test(name) && !used.has(name) && !name.split('/').some((step) => step.startsWith('.')))
    .sort();
}
