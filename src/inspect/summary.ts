/**
 * What `nianjian build` says of the layout:
 *
 *     版面　　检查 9,412 行，5 处待看（逐处列在 layout.json）
 *     　　　　字距过大 4 处（8,031 行，另有 2 处无法避免）；单字成行 1 处（1,204 段）
 *     　　　　基线　99.8%（9,412 行中 9,395 行在行线上）
 *     　　　　12页左栏5行　字距过大：字距 0.31 个字　05-农业/01-甲.md:7:31
 */
import type { Breach, Layout, RuleFigures } from './layout.js';

/** What is shown of a layout: the figures, and the first few breaches. */
export interface LayoutSummary {
  lines: number;
  rules: RuleFigures[];
  first: Breach[];
}

const SHOWN = 8;

/** The figures of a layout, with the first breaches of each rule in turn, so that no rule hides the others. */
export function summaryOf({ lines, rules, breaches }: Layout): LayoutSummary {
  const groups = rules
    .map(({ rule }) => breaches.filter((breach) => breach.rule === rule && breach.kind === 'fault'))
    .filter((group) => group.length > 0);
  const first: Breach[] = [];
  for (let round = 0; first.length < SHOWN && groups.some((group) => group.length > round); round += 1) {
    for (const group of groups) if (group[round] && first.length < SHOWN) first.push(group[round] as Breach);
  }
  return { lines, rules, first };
}

/** The lines for the terminal; `file` is the name of the file that has all of it. */
export function formatLayout({ lines, rules, first }: LayoutSummary, file: string): string[] {
  const count = rules.reduce((sum, each) => sum + each.breaches, 0);
  const names = new Map(rules.map(({ rule, name }) => [rule, name]));
  const found = rules.filter((each) => each.breaches + each.forced > 0 && each.rule !== GRID_RULE);
  const grid = rules.find((each) => each.rule === GRID_RULE);
  return [
    `版面　　检查 ${number(lines)} 行，${count === 0 ? '没有发现问题' : `${number(count)} 处待看，逐处列在 ${file}`}`,
    ...(found.length > 0 ? [`${INDENT}${found.map(formatFigures).join('；')}`] : []),
    ...(grid && grid.checked > 0 ? [`${INDENT}基线　${formatShare(grid)}`] : []),
    ...first.map(
      ({ address, rule, what, source, text }) =>
        `${INDENT}${address}　${names.get(rule) ?? rule}：${what}　${source ? `${source.file}:${source.line}:${source.column}` : snippet(text)}`,
    ),
    ...(count > first.length ? [`${INDENT}……`] : []),
  ];
}

const GRID_RULE = 'baseline-grid';
const INDENT = '　　　　';

function formatFigures({ name, breaches, forced, checked, unit }: RuleFigures): string {
  const unavoidable = forced > 0 ? `，另有 ${number(forced)} 处无法避免` : '';
  return `${name} ${number(breaches)} 处（${number(checked)} ${unit}${unavoidable}）`;
}

/** Never rounded up to 100 %. */
function formatShare({ checked, breaches }: RuleFigures): string {
  const sound = checked - breaches;
  const percent = Math.floor((sound / checked) * 1000) / 10;
  return `${percent}%（${number(checked)} 行中 ${number(sound)} 行在行线上）`;
}

function number(value: number): string {
  return value.toLocaleString('zh-CN');
}

function snippet(text: string): string {
  const characters = [...text];
  return `“${characters.slice(0, 12).join('')}${characters.length > 12 ? '…' : ''}”`;
}
