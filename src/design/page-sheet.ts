/**
 * The page sheet: `styles/page.css` with literal lengths in the place of its variables. Paged.js makes no use of
 * custom properties in the size and margins of `@page`, and drops calc() there without a word.
 */
import type { Measures } from './measures.js';
import { pageProperties } from './properties.js';

/** Fills the template in; variables that belong to the document (`--book`, `--folio`, families) stay. */
export function fillPageSheet(template: string, measures: Measures): string {
  const literals = pageProperties(measures);
  return template.replace(/var\((--[a-z-]+)\)/gu, (whole, name: string) => literals[name] ?? whole);
}
