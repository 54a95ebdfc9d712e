/**
 * The HTML of the last run (上次的网页): a 类目 is rendered anew only where it, its measures or the program have changed.
 * What holds photos is always rendered, because rendering orders them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Measures } from '../design/measures.js';
import type { Rendered } from '../html/material.js';
import { select } from '../tree/visit.js';
import { deliver } from './deliver.js';
import { programStamp } from './theme.js';

export interface KeptHtml {
  rendered: Rendered;
  /** Writes what this run has rendered, where that is not what lies there. */
  save(): void;
}

/** `id → [stamp, HTML]` */
type HtmlFile = Record<string, [stamp: string, html: string]>;

/** Opens the HTML kept in `file`; a damaged file has none. */
export function openHtml(file: string, measures: Measures): KeptHtml {
  const last = readHtml(file);
  const now: HtmlFile = {};
  let changed = false;
  const inputs = `${programStamp()}${JSON.stringify(measures)}`;
  return {
    rendered(node, make) {
      if (select(node, 'photo').length > 0) return make();
      const stamp = createHash('sha256').update(inputs).update(JSON.stringify(node)).digest('hex');
      const kept = last[node.id];
      const html = kept?.[0] === stamp ? kept[1] : make();
      changed ||= kept?.[0] !== stamp;
      now[node.id] = [stamp, html];
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
