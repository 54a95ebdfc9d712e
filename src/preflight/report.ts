/** The report: a verdict, every check with its state, the findings, and what was not looked at. Plain JSON. */
import { toMm, trimOf } from './file/pages.js';
import type { Finding, Findings, Gap } from './findings.js';
import type { Book, Rule, Severity } from './rule.js';
import { knownSize } from './sizes.js';

export type State = 'passed' | 'warning' | 'error' | 'unchecked';

export interface CheckState {
  rule: string;
  name: string;
  state: State;
  /** Findings of all pages, counted in places. */
  errors: number;
  warnings: number;
  /** Pages with findings. */
  pages: number;
  /** Why it was not looked at, or not everywhere. */
  unchecked?: string;
}

/** What is told about the file, whether or not it is in order. */
export interface Facts {
  pages: number;
  /** `PDF/X-4`, or '' where the file claims none. */
  claims: string;
  /** The standard it was judged by. */
  judgedBy: string;
  pdfVersion: string;
  trim?: { width: number; height: number; name?: string };
  /** Sheets of 16 pages, and the blank pages that fill the last one. */
  signatures: { pages: number; sheets: number; blanks: number };
  /** Blank pages to the next multiple of four. */
  blanksToFour: number;
  producer?: string;
}

export interface Report {
  file: string;
  verdict: 'passed' | 'warnings' | 'errors';
  errors: number;
  warnings: number;
  facts?: Facts;
  checks: CheckState[];
  findings: Finding[];
  unchecked: Gap[];
}

/** A 印张 of the usual 16 pages. */
const SIGNATURE = 16;

export function makeReport(
  file: string,
  book: Book | undefined,
  rules: readonly Rule[],
  { list, gaps }: Findings,
): Report {
  const checks = rules.map((rule) => stateOf(rule, list, gaps));
  const findings = [...list].sort(
    (a, b) => (a.page ?? 0) - (b.page ?? 0) || rank(a.severity) - rank(b.severity) || order(rules, a) - order(rules, b),
  );
  const errors = checks.reduce((sum, each) => sum + each.errors, 0);
  const warnings = checks.reduce((sum, each) => sum + each.warnings, 0);
  return {
    file,
    verdict: errors > 0 ? 'errors' : warnings > 0 ? 'warnings' : 'passed',
    errors,
    warnings,
    ...(book ? { facts: factsOf(book) } : {}),
    checks,
    findings,
    unchecked: gaps,
  };
}

function stateOf(rule: Rule, list: readonly Finding[], gaps: readonly Gap[]): CheckState {
  const own = list.filter((finding) => finding.rule === rule.id);
  const count = (severity: Severity): number =>
    own.filter((finding) => finding.severity === severity).reduce((sum, finding) => sum + finding.count, 0);
  const [errors, warnings] = [count('error'), count('warning')];
  const lacking = gaps.filter((gap) => gap.needs === rule.needs);
  const pages = [...new Set(lacking.flatMap(({ page }) => page ?? []))];
  const reasons = [...new Set(lacking.map(({ why }) => why))].slice(0, 3).join('；');
  const where =
    pages.length > 0 && lacking.every(({ page }) => page !== undefined) ? `${pages.length} 页没有检查：` : '';
  return {
    rule: rule.id,
    name: rule.name,
    state: errors > 0 ? 'error' : lacking.length > 0 ? 'unchecked' : warnings > 0 ? 'warning' : 'passed',
    errors,
    warnings,
    pages: new Set(own.map(({ page }) => page)).size,
    ...(lacking.length > 0 ? { unchecked: `${where}${reasons}` } : {}),
  };
}

function rank(severity: Severity): number {
  return severity === 'error' ? 0 : 1;
}

function order(rules: readonly Rule[], finding: Finding): number {
  return rules.findIndex(({ id }) => id === finding.rule);
}

function factsOf({ pages, claim, standard, archive }: Book): Facts {
  const first = pages.find((page) => page.trim ?? page.art);
  const [left, bottom, right, top] = first ? trimOf(first) : [0, 0, 0, 0];
  const [width, height] = [toMm(right - left), toMm(top - bottom)].map((mm) => Math.round(mm * 100) / 100) as [
    number,
    number,
  ];
  const size = knownSize(width, height);
  const producer = claim.info.get('Producer');
  const sheets = Math.ceil(pages.length / SIGNATURE);
  return {
    pages: pages.length,
    claims: claim.version,
    judgedBy: standard === '4' ? 'PDF/X-4' : 'PDF/X-1a',
    pdfVersion: archive.headerVersion,
    ...(first ? { trim: { width, height, ...(size ? { name: size.name } : {}) } } : {}),
    signatures: { pages: SIGNATURE, sheets, blanks: sheets * SIGNATURE - pages.length },
    blanksToFour: (4 - (pages.length % 4)) % 4,
    ...(producer ? { producer } : {}),
  };
}
