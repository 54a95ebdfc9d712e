/** `layout.json`: what the page inspector found, beside the book. */
import { readFileSync } from 'node:fs';
import type { Layout } from '../inspect/layout.js';
import { type LayoutSummary, summaryOf } from '../inspect/summary.js';
import { deliver } from './deliver.js';

/** A line for each breach and each page, so that the file can be read and searched. */
export function deliverLayout(file: string, { lines, rules, breaches, pages }: Layout): void {
  const list = (values: readonly unknown[]): string =>
    values.length === 0 ? '[]' : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;
  deliver(
    file,
    `{"lines": ${lines},\n"rules": ${list(rules)},\n"breaches": ${list(breaches)},\n"pages": ${list(pages)}}\n`,
  );
}

/** The summary of a layout that was delivered with the book; nothing where the file is gone or damaged. */
export function keptLayout(file: string): LayoutSummary | undefined {
  try {
    const layout = JSON.parse(readFileSync(file, 'utf8')) as Partial<Layout> | null;
    const { lines, rules, breaches } = layout ?? {};
    if (typeof lines !== 'number' || !Array.isArray(rules) || !Array.isArray(breaches)) return undefined;
    return summaryOf(layout as Layout);
  } catch {
    return undefined;
  }
}
