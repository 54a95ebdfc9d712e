/**
 * The HTML of the last run (上次的网页): a 类目 is rendered anew only where it, its photos, its measures or the program
 * have changed. Rendering orders photos, so the orders are kept with the HTML and given again.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { measuresOf } from '../design/measures.js';
import type { Rendered } from '../html/material.js';
import type { Pictures } from '../html/picture.js';
import type { VolumePictures } from '../plates/photos/pictures.js';
import type { PhotoTreatment } from '../plates/photos/treatment.js';
import type { Volume } from '../tree/nodes.js';
import { select } from '../tree/visit.js';
import { deliver } from './deliver.js';
import { programStamp } from './theme.js';

export interface KeptHtml {
  rendered: Rendered;
  /** Where what is rendered anew gets its photos from. */
  pictures: Pictures;
  /** Writes what this run has rendered, where that is not what lies there. */
  save(): void;
}

type PictureOrder = [file: string, width: number, treatment?: PhotoTreatment];

/** `id → [stamp, HTML, orders of photos]` */
type HtmlFile = Record<string, [stamp: string, html: string, orders: PictureOrder[]]>;

/**
 * Opens the HTML kept in `file`; a damaged file has none.
 *
 * @param desk where photos are ordered
 * @param cache folder of the prepared pictures: their addresses stand in the HTML
 */
export function openHtml(file: string, { folder, settings }: Volume, desk: VolumePictures, cache: string): KeptHtml {
  const last = readHtml(file);
  const now: HtmlFile = {};
  let changed = false;
  let orders: PictureOrder[] = [];
  const inputs = `${programStamp()}${JSON.stringify([measuresOf(settings), settings.screenPpi, folder, cache])}`;
  return {
    pictures: {
      ...desk,
      order(file, width, treatment) {
        // In JSON what is left out would be null.
        orders.push(treatment ? [file, width, treatment] : [file, width]);
        return desk.order(file, width, treatment);
      },
    },
    rendered(node, make, outside = '') {
      const photos = [...new Set(select(node, 'photo').map((photo) => photo.file))];
      const contents = photos.map((photo) => desk.head(photo).digest).join(' ');
      const stamp = createHash('sha256').update(`${inputs}${outside}\0${contents}\0`).update(JSON.stringify(node));
      const key = stamp.digest('hex');
      const kept = last[node.id];
      if (kept?.[0] === key) {
        for (const order of kept[2]) desk.order(...order);
        now[node.id] = kept;
        return kept[1];
      }
      changed = true;
      orders = [];
      const html = make();
      now[node.id] = [key, html, orders];
      return html;
    },
    save() {
      if (changed) deliver(file, JSON.stringify({ ...last, ...now }));
    },
  };
}

function readHtml(file: string): HtmlFile {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as HtmlFile | null) ?? {};
  } catch {
    return {};
  }
}
