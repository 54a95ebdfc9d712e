/** 文章 (article): headings `##` and `###`, paragraphs, lists, tables, photos. */
import type { Block, ManuscriptContent, Section } from '../../tree/nodes.js';
import { type ParagraphReader, readBlocks } from '../blocks.js';
import { type Outline, type OutlineSection, readHeading } from '../outline.js';
import { placeOf, type Reading } from '../reading.js';

/** Reads an article. */
export function readArticle(reading: Reading, top: Outline): ManuscriptContent[] {
  return readSections(reading, top);
}

/** Blocks and sections of an article or a document; `special` reads paragraphs that only the document has. */
export function readSections(reading: Reading, group: Outline, special?: ParagraphReader): (Section | Block)[] {
  const content = readBlocks(reading, group.content, special);
  return [...content, ...group.sections.map((section) => readSection(reading, section, special))];
}

function readSection(reading: Reading, section: OutlineSection, special?: ParagraphReader): Section {
  const id = reading.nextId('h');
  const title = readHeading(reading, section.heading);
  const children = readSections(reading, section, special);
  return { type: 'section', id, depth: section.depth, title, children, position: placeOf(section.heading) };
}
