/** The address of a speech or a document (称谓、主送机关): its first paragraph, flush left, ending in a colon. */
import type { Block, ManuscriptContent, Paragraph } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';

/** 各位代表：, 同志们：, 各镇人民政府、街道办事处，区直各部门： — not 全年主要做了以下工作： */
const ADDRESS =
  /^(?:(?:尊敬的|敬爱的|亲爱的)|主席团|大会主席团|各位|同志们|朋友们|同学们|女士们|代表们|委员们|各[镇乡街县区市州省部委单]|[省市县区](?:直|政府|委)?各)[^。；！？]{0,60}[：:]$/u;

/** The paragraph that greets or names those who are addressed, where the manuscript begins with one. */
export function salutationOf(children: (ManuscriptContent | Block)[]): Paragraph | undefined {
  const [first] = children;
  if (first?.type !== 'paragraph') return undefined;
  return ADDRESS.test(phrasingText(first.children).trim()) ? first : undefined;
}
