/** 改动表 (核红单): every change since an earlier proof, with a box to tick when it has been checked. */
import type { Change } from '../../model.js';
import { PALE, SOFT } from '../inks.js';
import type { ProofSheetsInput } from '../input.js';
import type { LinePlace } from '../slots.js';
import { CHANGE_NAMES, fill, WORDS } from '../words.js';
import { pieceRuns, type RunLine, run, setPlace, setRuns } from './list-type.js';
import type { Panels, TableRow } from './panels.js';

const [NUMBER, ADDRESS, KIND, CHANGE, PLACE, TICK] = WORDS.headsOfChanges;
const COLUMNS = [
  { title: NUMBER, width: 18 },
  { title: ADDRESS, width: 44 },
  { title: KIND, width: 60 },
  { title: CHANGE },
  { title: PLACE, width: 104 },
  { title: TICK, width: 9 },
];

export function listChanges(panels: Panels, input: ProofSheetsInput, places: ReadonlyMap<string, LinePlace>): void {
  const { changes, head, measure } = input;
  panels.section(WORDS.changes, WORDS.changesTitle, summaryOf(input));
  if (changes.length === 0) return;
  if (head.since !== undefined) panels.note(WORDS.legend);
  const shape = panels.shape(COLUMNS);
  const rows = changes.map((change, i): TableRow => {
    const place = change.address === undefined ? undefined : places.get(change.address);
    const words = [
      [run(String(i + 1), PALE)],
      [run(change.address ?? WORDS.offPage, place ? undefined : SOFT)],
      [run(`${CHANGE_NAMES[change.kind]}　${change.what}`)],
    ];
    const cells: RunLine[][] = words.map((runs, k) => setRuns(runs, shape.widths[k] as number, measure));
    cells.push(
      changeLines(change, shape.widths[3] as number, measure),
      setPlace(change.place, shape.widths[4] as number, measure),
    );
    return { cells, box: true, ...(place ? { link: { column: 1, place } } : {}) };
  });
  panels.table(shape, rows);
}

/** What became of the words; for a move, from where to where. */
function changeLines({ pieces, from, to }: Change, width: number, measure: ProofSheetsInput['measure']): RunLine[] {
  return [
    ...setRuns(pieceRuns(pieces), width, measure),
    ...(from === undefined ? [] : setRuns([run(fill(WORDS.moveFrom, { from }), SOFT)], width, measure)),
    ...(to === undefined ? [] : setRuns([run(fill(WORDS.moveTo, { to }), SOFT)], width, measure)),
  ];
}

function summaryOf({ changes, head: { since } }: ProofSheetsInput): string {
  if (changes.length === 0) return since === undefined ? WORDS.firstProof : fill(WORDS.noChanges, { since });
  const kinds = countKinds(changes.map(({ kind }) => CHANGE_NAMES[kind]));
  const values = { n: changes.length, kinds, ...(since === undefined ? {} : { since }) };
  return fill(since === undefined ? WORDS.changesCount : WORDS.changesCompared, values);
}

/** 改 8，增 2 */
export function countKinds(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join('，');
}
