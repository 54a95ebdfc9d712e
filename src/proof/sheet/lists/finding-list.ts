/** 查出的问题: what the checks have found, and what was set aside (已核), shortly. */
import type { Finding } from '../../model.js';
import { PALE, SEVERITY_INKS, SOFT } from '../inks.js';
import type { ProofSheetsInput } from '../input.js';
import type { LinePlace } from '../slots.js';
import { fill, SEVERITY_NAMES, WORDS } from '../words.js';
import { countKinds } from './change-list.js';
import { type Run, type RunLine, run, setPlace, setRuns } from './list-type.js';
import type { Panels, TableRow } from './panels.js';

const [NUMBER, SEVERITY, ADDRESS, REASON, TEXT, PLACE, TICK] = WORDS.headsOfFindings;
const COLUMNS = [
  { title: NUMBER, width: 28 },
  { title: SEVERITY, width: 18 },
  { title: ADDRESS, width: 44 },
  { title: REASON },
  { title: TEXT, width: 92 },
  { title: PLACE, width: 104 },
  { title: TICK, width: 9 },
];

const [, , , DISMISSED_REASON, BY] = WORDS.headsOfDismissed;
const DISMISSED_COLUMNS = [
  { title: NUMBER, width: 28 },
  { title: ADDRESS, width: 44 },
  { title: TEXT },
  { title: DISMISSED_REASON },
  { title: BY, width: 84 },
];

export function listFindings(panels: Panels, input: ProofSheetsInput, places: ReadonlyMap<string, LinePlace>): void {
  const open = input.findings.filter(({ dismissed }) => !dismissed);
  const kinds = countKinds(open.map(({ severity }) => SEVERITY_NAMES[severity]));
  const summary = open.length > 0 ? fill(WORDS.findingsCount, { n: open.length, kinds }) : WORDS.noFindings;
  panels.section(WORDS.findings, WORDS.findings, summary);
  const shape = panels.shape(COLUMNS);
  const rows = open.map((finding): TableRow => {
    const { number, severity, reason, remedy, text, place } = finding;
    const ink = SEVERITY_INKS[severity];
    const cells: Run[][][] = [
      [[run(number)]],
      [[run(SEVERITY_NAMES[severity], ink)]],
      [[addressRun(finding, places)]],
      [[run(reason)], ...(remedy ? [[run(fill(WORDS.remedy, { remedy }), SOFT)]] : [])],
      [[run(text, undefined, '宋')]],
    ];
    const lines = setCells(cells, shape.widths, input.measure);
    lines.push(place ? setPlace(place, shape.widths[5] as number, input.measure) : []);
    return { cells: lines, box: true, ...linkOf(finding, places) };
  });
  panels.table(shape, rows);
}

/** Nothing where nothing was set aside. */
export function listDismissed(panels: Panels, input: ProofSheetsInput, places: ReadonlyMap<string, LinePlace>): void {
  const aside = input.findings.filter(({ dismissed }) => dismissed);
  if (aside.length === 0) return;
  panels.section(WORDS.dismissed, WORDS.dismissed, fill(WORDS.dismissedCount, { n: aside.length }));
  const shape = panels.shape(DISMISSED_COLUMNS);
  const rows = aside.map((finding): TableRow => {
    const { number, text, dismissed } = finding;
    const who = [dismissed?.by, dismissed?.date].filter(Boolean).join('　');
    const cells = [
      [[run(number)]],
      [[addressRun(finding, places)]],
      [[run(text, undefined, '宋')]],
      [[run(dismissed?.reason ?? '')]],
      [[run(who, SOFT)]],
    ];
    return { cells: setCells(cells, shape.widths, input.measure), box: false, ...linkOf(finding, places, 1) };
  });
  panels.table(shape, rows);
}

function addressRun({ address }: Finding, places: ReadonlyMap<string, LinePlace>): Run {
  const isHere = address !== undefined && places.has(address);
  return run(address ?? WORDS.offPage, isHere ? undefined : PALE);
}

function linkOf(
  { address }: Finding,
  places: ReadonlyMap<string, LinePlace>,
  column = 2,
): Pick<TableRow, 'link'> | Record<string, never> {
  const place = address === undefined ? undefined : places.get(address);
  return place ? { link: { column, place } } : {};
}

/** Paragraphs of each cell, in lines. */
function setCells(cells: Run[][][], widths: readonly number[], measure: ProofSheetsInput['measure']): RunLine[][] {
  return cells.map((paragraphs, i) => paragraphs.flatMap((runs) => setRuns(runs, widths[i] as number, measure)));
}
