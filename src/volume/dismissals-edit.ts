/** Writing into 已核.yaml without losing what people have written there: comments, order, other dismissals. */
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { parseFindingNumber } from '../tree/finding-number.js';
import { DISMISSAL_KEYS } from './dismissals-file.js';

/** A dismissal as it is written; what is absent gets no line. */
export interface WrittenDismissal {
  number: string;
  rule: string;
  text: string;
  reason: string;
  by?: string;
  date: string;
}

const HEAD = `# 校样上看过、不用改的地方。每一条都要有理由；删去一条，它就重新列在校样上。
# 平常用命令写：nianjian dismiss 编号 --reason 理由 --by 名字
`;

/**
 * The file with one more dismissal, or with the one of that number written anew.
 *
 * @param source a file that `readDismissals` finds in order; empty where there is none yet
 */
export function addDismissal(source: string, dismissal: WrittenDismissal): string {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const breaks = source.includes('\r\n') ? '\r\n' : '\n';
  const text = source.slice(mark.length).replaceAll('\r\n', '\n');
  const document: Document = parseDocument(text.trim() === '' ? HEAD : text);
  const entries = isSeq(document.contents) ? document.contents : document.createNode([]);
  if (!isSeq(document.contents)) {
    // Comments of a file without entries hang on the document, and would stand below them.
    document.commentBefore = [document.commentBefore, document.comment].filter(Boolean).join('\n') || null;
    document.comment = null;
    document.contents = entries as typeof document.contents;
  }
  entries.flow = false;
  const known = entries.items.find((item): item is YAMLMap => isMap(item) && numberIn(item) === dismissal.number);
  const values = [dismissal.number, dismissal.rule, dismissal.text, dismissal.reason, dismissal.by, dismissal.date];
  const pairs = DISMISSAL_KEYS.map((key, i) => [key, values[i]] as const).filter(([, value]) => value !== undefined);
  if (known) for (const [key, value] of pairs) known.set(key, value);
  else entries.add(document.createNode(Object.fromEntries(pairs)));
  const written = document.toString({ lineWidth: 0, indentSeq: false });
  return mark + written.replaceAll('\n', breaks);
}

function numberIn(item: YAMLMap): string | undefined {
  const value = item.get('编号', true);
  // As it was typed: to YAML 3E47 is a number.
  return isScalar(value) ? parseFindingNumber(value.source ?? String(value.value ?? '')) : undefined;
}
