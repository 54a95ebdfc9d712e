/** 孤行、背题: how paragraphs and heads stand at the ends of columns. */
import { isClosing, isHan, isOpening } from '../characters.js';
import { type Box, isProse, isRunning, type Line } from '../lines.js';
import { eachLine, type Finding, type Rule } from '../rule.js';

export const PARAGRAPHS: Rule[] = [
  {
    id: 'last-line-single',
    name: '单字成行',
    unit: '段',
    clause: 'GB/T 15834-2011 5.1.11；CLREQ 段末避免单字成行',
    check: eachLine((line) => {
      if (!isRunning(line) || !line.previous || line.next || line.block.after) return undefined;
      const words = line.glyphs.filter(({ char }) => !isClosing(char) && !isOpening(char));
      return words.length <= 1 && words.every(({ char }) => isHan(char)) ? { what: '段末一行只有一个字' } : true;
    }),
  },
  {
    id: 'widow',
    name: '段末一行落在栏首',
    unit: '个栏首',
    clause: 'CLREQ 孤行控制',
    check: eachLine((line) => {
      if (!isHead(line) || !isRunning(line) || !line.previous) return undefined;
      return line.next || line.block.after ? true : { what: '段落的最后一行单独在栏首' };
    }),
  },
  {
    id: 'orphan',
    name: '段首一行留在栏末',
    unit: '个栏末',
    clause: 'CLREQ 孤行控制',
    check: eachLine((line) => {
      if (!isFoot(line) || !isRunning(line) || !line.next) return undefined;
      return line.previous || line.block.before ? true : { what: '段落的第一行单独在栏末' };
    }),
  },
  {
    id: 'heading-foot',
    name: '背题',
    unit: '个栏末',
    clause: 'CLREQ 标题不与正文分离',
    check: (model) => {
      const finding: Finding = { checked: 0, breaches: [] };
      for (const { boxes, last, flow } of model.sheets) {
        if (!['body', 'front', 'contents', 'index'].includes(flow.pageStyle)) continue;
        for (const [i, box] of boxes.entries()) {
          const line = box.lines.at(-1);
          if (!line || (last && i === boxes.length - 1) || isFollowedBelow(box, boxes[i + 1])) continue;
          finding.checked += 1;
          const { kind, keep } = line.block;
          if (kind === 'heading' || (kind === 'entry' && keep)) finding.breaches.push({ line, what: '标题留在栏末' });
        }
      }
      return finding;
    },
  },
  {
    id: 'byline-head',
    name: '供稿行落在栏首',
    unit: '个供稿行',
    clause: 'CLREQ 孤行控制',
    check: eachLine((line) => {
      if (line.block.kind !== 'byline' || line.previous || !isProse(line)) return undefined;
      return isHead(line) ? { what: '供稿行与正文分在两栏' } : true;
    }),
  },
];

/** The first line of a column, with text before it on another. */
function isHead(line: Line): boolean {
  return (
    line.box.lines[0] === line && line.box.frame.column >= 0 && (line.sheet.boxes[0] !== line.box || isContinued(line))
  );
}

function isFoot(line: Line): boolean {
  return line.box.lines.at(-1) === line && line.box.frame.column >= 0;
}

/** Not the first page of its flow. */
function isContinued({ sheet }: Line): boolean {
  return sheet.index > sheet.first;
}

/** Whether what comes next stands under a box on its page: what follows a spanning box, or spans the page under a column. */
function isFollowedBelow(box: Box, next: Box | undefined): boolean {
  if (!next) return false;
  return box.frame.column === -1 || (next.frame.column === -1 && next.frame.top >= box.frame.bottom - 1);
}
