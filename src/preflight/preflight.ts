/**
 * The preflight: a PDF and the terms of the press in, a report out. Any PDF may come; nothing it holds makes the
 * preflight throw or hang.
 *
 *     bytes → archive (objects) → pages → surveys (what each page paints) → rules → plates → report
 */
import { PdfError } from '../press/pdf/pdf-error.js';
import { CHECKS } from './checks.js';
import { type Survey, surveyPage, surveySession } from './content/survey.js';
import { type Archive, openArchive } from './file/archive.js';
import { readClaim } from './file/claim.js';
import { pagesOf } from './file/pages.js';
import { unlock } from './file/unlock.js';
import { readXmp } from './file/xmp.js';
import { type Findings, gatherFindings } from './findings.js';
import { lookAtPlates, PLATE_RULES, type PlateOptions } from './plates/plates.js';
import { textZones, type Zones } from './plates/text-zones.js';
import { makeReport, type Report } from './report.js';
import type { Book, Needs, Rule, Terms } from './rule.js';
import { ENCRYPTED } from './rules/syntax.js';

export interface PreflightOptions extends Terms {
  /** What to do about plates; nothing: they are left out, and the report says so. */
  plates?: PlateOptions;
  /** Told how far it is. */
  progress?: PreflightProgress;
}

export interface PreflightProgress {
  phase(name: string): void;
  step(done: number, total: number, pages: number): void;
}

const NO_PDF: Rule = {
  id: 'not-a-pdf',
  name: '是 PDF 文件',
  severity: 'error',
  needs: 'file',
  remedy: '请检查是不是拿错了文件，或重新传一次',
};

const ALL_NEEDS: readonly Needs[] = ['file', 'pages', 'content', 'trim', 'plates', 'text-zones', 'plate-bleed'];

/** Every rule, in the order of the report. */
export const RULES: readonly Rule[] = [NO_PDF, ...CHECKS.flatMap(({ rules }) => rules), ...PLATE_RULES];

/** @param file the path, for the plates and the head of the report */
export async function preflight(file: string, bytes: Uint8Array, options: PreflightOptions): Promise<Report> {
  const findings = gatherFindings();
  let archive: Archive;
  try {
    archive = openArchive(bytes);
  } catch (error) {
    const what = error instanceof PdfError ? error.message : '文件读不出来';
    findings.say(NO_PDF, { what });
    for (const needs of ALL_NEEDS) findings.gap(needs, what);
    return makeReport(file, undefined, RULES, findings);
  }
  if (archive.encrypted) {
    const open = await unlock(archive);
    if (!open) {
      findings.say(ENCRYPTED, { what: '文件加了密，要密码才能打开' });
      for (const needs of ALL_NEEDS) findings.gap(needs, '文件加了密，打不开');
      return makeReport(file, undefined, RULES, findings);
    }
    archive = open;
  }
  const pages = pagesOf(archive);
  const xmp = readXmp(archive);
  const claim = readClaim(archive, xmp);
  const session = surveySession(archive);
  const book: Book = {
    archive,
    pages,
    terms: options,
    claim,
    standard: options.pdfx ?? claim.standard ?? '4',
    xmp,
    fonts: () => [...session.fonts.values()],
  };
  if (pages.length === 0)
    for (const needs of ['pages', 'content', 'trim'] as const) findings.gap(needs, '文件里读不到页');
  for (const check of CHECKS) check.document?.(book, findings.say);
  options.progress?.phase('检查页面');
  const zones = new Map<number, Zones>();
  for (const [index, page] of pages.entries()) {
    const survey = surveyPage(session, page);
    for (const check of CHECKS) check.page?.(survey, book, findings.say);
    noteGaps(survey, findings);
    if (options.plates) zones.set(page.number, textZones(survey));
    options.progress?.step(index + 1, pages.length, index + 1);
  }
  for (const check of CHECKS) check.end?.(book, findings.say);
  await lookAtPlates(file, book, zones, findings, options.plates, options.progress);
  return makeReport(file, book, RULES, findings);
}

/** Content that could not be read is not passed. */
function noteGaps({ page, problems }: Survey, findings: Findings): void {
  for (const { what, blocks } of problems) if (blocks) findings.gap('content', what, page);
  if (!page.trim && !page.art) findings.gap('trim', '没有成品框', page);
  else if (problems.some(({ blocks }) => blocks)) findings.gap('trim', '页面内容读不全', page);
}
