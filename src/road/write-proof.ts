/** Writing a proof (出校样): what has changed, what was found, and the sheets with all that stands round the pages. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliver } from '../book/deliver.js';
import type { ProofReport } from '../book/proof-report.js';
import { Refusal } from '../book/refusal.js';
import type { ProofRequest } from '../book/request.js';
import type { Run } from '../book/run.js';
import { bookTitle } from '../book/theme.js';
import { RULES as CHECKS } from '../check/index.js';
import { TRIM_SIZES } from '../design/trim-sizes.js';
import { RULES as PAGE_RULES } from '../inspect/inspect.js';
import { summariseChanges } from '../proof/changes/summary.js';
import { countFindings, gatherFindings } from '../proof/findings/gather.js';
import { type ProofRecord, RECORD_FORMAT, type SourcePlace } from '../proof/model.js';
import { paintProof } from '../proof/pdf/paint.js';
import { proofFonts } from '../proof/pdf/proof-fonts.js';
import { revisionOf } from '../proof/record/digest.js';
import { writeRecord } from '../proof/record/files.js';
import { localTime } from '../proof/record/local-time.js';
import { proofName, proofsFolder } from '../proof/record/names.js';
import { ROUND_NAMES } from '../proof/rounds.js';
import { paintScreen } from '../proof/screen/screen.js';
import { entryNotes } from '../proof/selection/entry-notes.js';
import { linesOf } from '../proof/selection/lines-of.js';
import { proofCharacters } from '../proof/sheet/characters.js';
import { NEW, OLD } from '../proof/sheet/inks.js';
import { layOutProof } from '../proof/sheet/lay-out.js';
import { paperName } from '../proof/sheet/paper.js';
import { select } from '../tree/visit.js';
import { DISMISSALS_FILE } from '../volume/dismissals-file.js';
import { openDismissals } from '../volume/open.js';
import { changesSince } from './changes-since.js';
import { digestsOf, type FlowNode, manuscriptsOf } from './flow-nodes.js';
import type { SetProof } from './set-proof.js';

const EDITING_RULES = new Set(CHECKS.map(({ id }) => id));

/** Writes the proof and its record. */
export async function writeProof(request: ProofRequest, set: SetProof, run: Run): Promise<ProofReport> {
  const { volume, out, selection, own, pages, passages, breaches, printed, desk, provisional } = set;
  const { settings } = volume;

  run.phase('比较改动');
  const shown = linesOf(selection, pages);
  const wanted = new Set(shown.sheets);
  const whole = selection.wholeFlows.length === selection.flows.length;
  const since = changesSince(request, set, whole ? undefined : shown.lines);
  const round = request.round ?? since.round ?? 1;
  const made = localTime(request.now);
  const manuscripts = digestsOf(volume, own);
  const revision = revisionOf(manuscripts);
  const { dismissals, messages } = await openDismissals(volume.folder);
  if (messages.length > 0) throw new Refusal(messages);
  const findings = gatherFindings({
    pages: pages.filter(({ sheet }) => wanted.has(sheet)),
    passages,
    manuscripts: Object.keys(manuscripts),
    messages: desk.messages,
    isCheck: (rule) => EDITING_RULES.has(rule),
    breaches,
    ruleNames: new Map(PAGE_RULES.map(({ id, name }) => [id, name])),
    photoAt: photosOf(own),
    dismissals,
    dismissalsFile: DISMISSALS_FILE,
    source: (source) => readSource(join(volume.folder, source)),
    whole: request.asked.length === 0 && !request.changed,
  });

  run.phase('排校样');
  const head = {
    book: `《${bookTitle(settings)}》`,
    scope: selection.scope,
    round,
    made,
    revision,
    ...(provisional !== undefined && { provisional }),
    ...(since.words !== undefined && { since: since.words }),
  };
  const input = {
    trim: TRIM_SIZES[settings.trim],
    paper: request.paper,
    spreads: request.spreads,
    clean: request.clean,
    pages: pages.filter(({ sheet }) => wanted.has(sheet)),
    changes: since.changes ?? [],
    findings,
    notes: entryNotes(volume, selection, passages).flatMap(({ address, place, contributor, department }) => {
      const sender = [contributor, department].filter((each) => each !== undefined).join('　');
      if (address === undefined) return [];
      return [{ address, file: place.file, line: place.line, ...(sender !== '' && { contributor: sender }) }];
    }),
    head,
    leastPpi: settings.press.leastPpi,
    ...(whole ? {} : { selected: shown.lines }),
  };
  const fontCache = join(run.folders.fonts, 'proof');
  const fonts = await proofFonts(proofCharacters(input), fontCache);
  const sheets = layOutProof({ ...input, measure: fonts.measure });
  const name = `${proofName(selection.scope, round)}${request.clean ? '-净样' : ''}`;
  const title = `${bookTitle(settings)}　${selection.scope}　${ROUND_NAMES[round]}`;
  const painted = printed.screen
    ? await paintScreen({
        document: printed.screen.document,
        documentSheets: printed.screen.sheets,
        sheets,
        title,
        subtitle: `${ROUND_NAMES[round]}　${made.slice(0, 16)}`,
        changeColours: [OLD, NEW],
        fontCache,
      })
    : paintProof({
        pages: printed.pdf,
        pageOf: (sheet) => printed.pageOf(sheet - 1),
        sheets,
        fonts,
        info: { title, author: settings.compiler ?? settings.sponsor, date: request.now },
      });
  const file = join(proofsFolder(out), `${name}.${request.format}`);
  deliver(file, painted);
  if (!request.clean) {
    const record: ProofRecord = {
      format: RECORD_FORMAT,
      volume: { title: settings.title, number: settings.number },
      scope: selection.scope,
      flows: set.flows.map((flow) => ({ id: flow.id, title: flow.title })),
      round,
      made,
      revision,
      ...(provisional !== undefined && { provisional }),
      manuscripts,
      pages,
      passages,
    };
    writeRecord(out, record, findings, deliver);
  }
  const folios = input.pages.map(({ folio }) => folio);
  return {
    file,
    bytes: typeof painted === 'string' ? Buffer.byteLength(painted) : painted.length,
    scope: selection.scope,
    round,
    pages: input.pages.length,
    sheets: sheets.length,
    paper: paperName(input),
    folios: [folios[0] ?? '', folios.at(-1) ?? ''],
    ...(provisional !== undefined && { provisional }),
    ...(since.words !== undefined && { since: since.words, changes: summariseChanges(since.changes ?? []) }),
    findings: countFindings(findings),
    freshFlows: set.freshFlows,
    times: run.times(),
    remarks: since.problems,
  };
}

/** The photo that begins at a place, by its path in the volume folder. */
function photosOf(nodes: readonly FlowNode[]): (place: SourcePlace) => string | undefined {
  const photos = new Map(
    nodes
      .flatMap(manuscriptsOf)
      .flatMap((manuscript) =>
        select(manuscript, 'photo').map(({ file, position: { start } }) => [
          `${manuscript.file}:${start.line}:${start.column}`,
          file,
        ]),
      ),
  );
  return ({ file, line, column }) => photos.get(`${file}:${line}:${column}`);
}

/** Nothing where the manuscript has gone since it was read. */
function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
