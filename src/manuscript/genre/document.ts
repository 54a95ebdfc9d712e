/** 文件 (official document): chapters as `##`, clauses as paragraphs that begin with `第一条　`. */
import type { Paragraph as MdParagraph } from 'mdast';
import type { Clause, ManuscriptContent } from '../../tree/nodes.js';
import { cutLabel } from '../label.js';
import type { Outline } from '../outline.js';
import { placeOf, type Reading } from '../reading.js';
import { readSections } from './article.js';

/** 第一条, 第十二条之一, 第12条 — and the space that makes it a label and not a reference in the text. */
const CLAUSE = /^(第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?)(?:[\s\u3000]+|$)/;

/** Reads an official document. */
export function readDocument(reading: Reading, top: Outline): ManuscriptContent[] {
  return readSections(reading, top, (node) => readClause(reading, node));
}

function readClause(reading: Reading, node: MdParagraph): Clause | undefined {
  const cut = cutLabel(reading, node, CLAUSE);
  return cut && { type: 'clause', label: cut.label, children: cut.rest, position: placeOf(node) };
}
