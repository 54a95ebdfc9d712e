/** Constructs of Markdown that are not part of the manuscript format: each is an error with its place. */
import type { Nodes } from 'mdast';
import type { Text } from '../../tree/nodes.js';
import { placeOf, type Reading } from '../reading.js';
import { pointInText } from './source-map.js';

interface Complaint {
  rule: string;
  reason: string;
  remedy: string;
}

/** What to say about a node that the format does not have. */
const NODES: Partial<Record<Nodes['type'], Complaint>> = {
  blockquote: {
    rule: 'blockquote',
    reason: '行首的“>”是引用的写法，稿件里没有引用',
    remedy: '删去“>”；真要印出来，写成“\\>”',
  },
  code: {
    rule: 'code',
    reason: '三个反引号（```）或波浪号（~~~）是代码的写法，稿件里没有代码',
    remedy: '删去这些符号',
  },
  inlineCode: { rule: 'code', reason: '反引号（`）是代码的写法，稿件里没有代码', remedy: '删去反引号；引用文字用“”' },
  thematicBreak: { rule: 'thematic-break', reason: '稿件里没有分隔线', remedy: '删去这一行' },
  image: { rule: 'image-inline', reason: '照片夹在文字中间', remedy: '照片单独成段，前后各空一行' },
  html: {
    rule: 'html-forbidden',
    reason: '稿件里不能写 HTML',
    remedy: '删去标签；换行用 <br>；真要印出来，在 < 前面加反斜线',
  },
};

const LINK: Complaint = {
  rule: 'link',
  reason: '稿件里没有超链接',
  remedy: '只留文字；需要印出网址时把网址写在括号里',
};
const LINK_IMAGE: Complaint = {
  rule: 'image-mark',
  reason: '照片前面的叹号是全角的“！”',
  remedy: '改成半角：![说明](photos/01.jpg)',
};

/** Reports a node that cannot be set. */
export function rejectNode(reading: Reading, node: Nodes): void {
  const position = placeOf(node);
  let complaint = NODES[node.type];
  if (node.type === 'link') {
    const before = reading.source[(position.start.offset ?? 0) - 1];
    complaint = before === '！' ? LINK_IMAGE : LINK;
  }
  const { rule, reason, remedy } = complaint ?? {
    rule: 'markdown',
    reason: '稿件里没有这种写法',
    remedy: '改成普通段落',
  };
  reading.error(rule, position, reason, remedy);
}

/** Traces in a text of constructs that were meant but not read: left alone they would be printed as typed. */
const TRACES: (Complaint & { pattern: RegExp })[] = [
  {
    pattern: /[:：]索引(?=\s*[[［【（({｛])|：索引(?=\[)/g,
    rule: 'index-mark-malformed',
    reason: '索引标记没有写对',
    remedy: '写成 :索引[文字]，冒号、方括号、花括号都用半角，中间不空格',
  },
  {
    pattern: /[!！][[［][^\]］\n]*[\]］]\s*[(（][^)）\n]*[)）]/g,
    rule: 'image-mark',
    reason: '照片没有写对',
    remedy: '写成 ![说明](photos/01.jpg)，符号都用半角，中间不空格；文件名里有空格时改名',
  },
  { pattern: /\[\^[^\]\s]+\]/g, rule: 'footnote', reason: '稿件里没有脚注', remedy: '把注文写进正文的括号里' },
];

/** Reports traces in a text node. */
export function checkText(reading: Reading, node: Text): void {
  const stars = node.value.indexOf('**');
  if (stars >= 0) {
    const place = pointInText(reading, node, stars);
    reading.warning(
      'bold-mark',
      place,
      '“**”没有成对地贴着文字，会照样印出来',
      '加粗写成 **文字**，星号里面不留空格；不加粗就删去',
    );
  }
  if (!/[[［]|索引/.test(node.value)) return;
  for (const { pattern, rule, reason, remedy } of TRACES) {
    for (const match of node.value.matchAll(pattern)) {
      reading.error(rule, pointInText(reading, node, match.index), reason, remedy);
    }
  }
}

/** Lines of a paragraph that look like another construct, and what they were meant to be. */
const LINES: (Complaint & { pattern: RegExp })[] = [
  {
    pattern: /^[\s\u3000]*(#{1,6}(?![#\s])|[\u3000\s]+#{1,6}\s|[＃]+)/,
    rule: 'heading-mark',
    reason: '标题没有写对，会当作正文印出来',
    remedy: '行首顶格写半角“##”，空一格再写标题',
  },
  {
    pattern: /^={2,}\s*$/,
    rule: 'setext-heading',
    reason: '文字下面加一行等号是另一种标题写法，这里不用',
    remedy: '标题写成“## 标题”，删去等号',
  },
  {
    pattern: /^[\s\u3000]*[|｜].*[|｜]\s*$/,
    rule: 'table-not-read',
    reason: '这一行像表格，但没有读成表格',
    remedy: '表格前空一行，第二行写 | --- | --- |，格数与表头一样，竖线用半角',
  },
];

/** Reports lines of a paragraph that would be printed with their marks. */
export function checkParagraphLines(
  reading: Reading,
  position: { start: { line: number; offset?: number }; end: { offset?: number } },
): void {
  const source = reading.source.slice(position.start.offset, position.end.offset);
  if (!/[#＃=|｜]/.test(source)) return;
  const lines = source.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const found = LINES.find(({ pattern }) => pattern.test(line));
    if (!found) continue;
    const { start } = position;
    const column = index === 0 && 'column' in start ? (start.column as number) : 1;
    reading.error(found.rule, { line: start.line + index, column }, found.reason, found.remedy);
    // The rows below belong to the same slip.
    if (found.rule === 'table-not-read') return;
  }
}
