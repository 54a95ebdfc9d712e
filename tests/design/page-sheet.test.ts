import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { houseLayout } from '../../src/design/house-layout.js';
import { measuresOf } from '../../src/design/measures.js';
import { fillPageSheet } from '../../src/design/page-sheet.js';
import { pageProperties, propertiesOf } from '../../src/design/properties.js';

const STYLES = join(import.meta.dirname, '../../styles');
const layout = houseLayout('大16开');
const measures = measuresOf({ trim: '大16开', layout });
const sheets = readdirSync(STYLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
const text = (name: string): string => readFileSync(join(STYLES, name), 'utf8').replace(/\/\*.*?\*\//gsu, '');

describe('the page sheet', () => {
  it('gets literal lengths, and keeps what belongs to the document', () => {
    const filled = fillPageSheet('@page { margin: var(--margin-top) } @top-left { content: var(--book) }', measures);
    expect(filled).toBe('@page { margin: 83px } @top-left { content: var(--book) }');
  });

  it.each(sheets.filter((name) => name.endsWith('page.css')))('%s has no variable left in size or margin', (name) => {
    const lengths = [...fillPageSheet(text(name), measures).matchAll(/^ {2}(?:size|margin)[a-z-]*:(.*)$/gmu)];
    expect(lengths.length).toBeGreaterThan(3);
    for (const [, value] of lengths) expect(value).toMatch(/^(?: [\d.]+(?:px|mm))+;$/u);
  });
});

/**
 * Set in the HTML (a title's length, a tab's number, a cell's indent, the columns of an index, the size of a photo in
 * 满版), in the pages, and by Paged.js.
 */
const SET_BY_ELEMENT = [
  ...['--length', '--tab-order', '--indent', '--index-columns', '--letters', '--pagedjs-margin-top'],
  ...['--cut', '--cut-width', '--cut-height'],
];

describe('the style sheets', () => {
  const known = new Set([...Object.keys(propertiesOf(measures, layout)), '--book', '--folio', ...SET_BY_ELEMENT]);
  for (const name of sheets) for (const [, own] of text(name).matchAll(/^\s*(--[\w-]+):/gmu)) known.add(own as string);

  it.each(sheets)('%s reads only variables that there are', (name) => {
    const read = [...text(name).matchAll(/var\((--[\w-]+)/gu)].map(([, each]) => each as string);
    expect(read.filter((each) => !known.has(each) && !each.startsWith('--pagedjs-'))).toEqual([]);
  });

  it('read every measure that the program sets', () => {
    const all = sheets.map(text).join('');
    const page = Object.keys(pageProperties(measures));
    const unread = Object.keys(propertiesOf(measures, layout)).filter((each) => !all.includes(`var(${each})`));
    expect(page.filter((each) => !all.includes(`var(${each})`))).toEqual([]);
    expect(unread).toEqual([]);
  });

  it.each(sheets.filter((name) => !name.endsWith('ink.css')))('%s names no colour', (name) => {
    expect(text(name)).not.toMatch(/#[\da-f]{3,8}\b|\brgba?\(|:\s*(?:black|white|red|gr[ae]y)\b\s*;/iu);
  });
});
