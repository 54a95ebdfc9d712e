/**
 * Terms that differ in nothing but marks: “放管服”改革 and 放管服改革 would stand one below the other, each with a share
 * of the pages. Whether they mean the same only the compiler can tell.
 */
import type { Message } from '../tree/message.js';
import { INDEX_RULES_FILE } from '../volume/index-rules-file.js';
import type { DraftHeading, DraftHeadings } from './headings.js';
import { leadsToPages } from './headings.js';
import { inQuotes, termKey } from './words.js';

export function nearTerms(headings: DraftHeadings): Message[] {
  const alike = new Map<string, DraftHeading>();
  const messages: Message[] = [];
  for (const heading of headings.values()) {
    if (!leadsToPages(heading)) continue;
    const key = termKey(heading.term).replace(/[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'·、—]/gu, '');
    const first = alike.get(key);
    if (!first || key === '') {
      alike.set(key, heading);
      continue;
    }
    const [place] = placesUnder(heading);
    if (!place) continue;
    messages.push({
      severity: 'warning',
      rule: 'index-term-near',
      file: place.file,
      line: place.start.line,
      column: place.start.column,
      reason: `索引里${inQuotes(heading.term)}和${inQuotes(first.term)}只差标点，分成了两条`,
      remedy: `是一回事，就在${INDEX_RULES_FILE}的“合并”下面写一行 ${first.term}: ${heading.term}`,
    });
  }
  return messages;
}

function placesUnder({ occurrences, subheadings }: DraftHeading): DraftHeading['occurrences'] {
  return [...occurrences, ...[...subheadings.values()].flatMap(placesUnder)];
}
