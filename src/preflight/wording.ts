/**
 * The report in plain Chinese:
 *
 *     印前检查　book-press.pdf
 *     结论　　　不合格：错误 2 项 14 处，警告 1 项 3 处；没有检查 3 项
 *     文件　　　220 页，PDF/X-4，成品 210 × 285 毫米（大16开）……
 *
 *     检查项　　　　　　结果　　　处数
 *     文件结构　　　　　通过
 *     …
 *     第 12 页（页码 8）
 *     　错误　文字是 RGB 0 0 0，共 31 处；左 20.1、上 33.0 毫米　［rgb-text］
 *     改法
 *     　rgb-text　……
 */
import type { Finding, Gap } from './findings.js';
import type { CheckState, Facts, Report } from './report.js';

/** Pages on which one rule tells its findings; of the others only the numbers are told. */
const PAGES_SHOWN = 3;
/** Findings of one rule shown on one page. */
const FINDINGS_SHOWN = 3;

/** Checks named in one line of what was not checked. */
const NAMES_SHOWN = 8;

const STATES: Record<CheckState['state'], string> = {
  passed: '通过',
  warning: '警告',
  error: '错误',
  unchecked: '未检查',
};

/** @param name what the file is called in the first line */
export function wordReport(report: Report, name: string): string {
  const { facts, checks } = report;
  return [
    `印前检查　${name}`,
    `结论　　　${verdict(report)}`,
    ...(facts ? factLines(facts) : []),
    // Where nothing could be read, a table of what was not checked tells nothing.
    ...(facts ? ['', ...table(checks)] : []),
    ...places(report),
    ...remedies(report),
    ...unchecked(report),
    '',
  ].join('\n');
}

function verdict({ verdict: kind, errors, warnings, checks }: Report): string {
  const rules = (state: (check: CheckState) => boolean): number => checks.filter(state).length;
  const lacking = rules((check) => check.unchecked !== undefined);
  const parts = [
    ...(errors > 0 ? [`错误 ${rules((check) => check.errors > 0)} 项 ${number(errors)} 处`] : []),
    ...(warnings > 0 ? [`警告 ${rules((check) => check.warnings > 0)} 项 ${number(warnings)} 处`] : []),
  ];
  const rest = lacking > 0 ? `；有 ${lacking} 项没有检查或没有查完，不算通过` : '';
  if (kind === 'errors') return `不合格：${parts.join('，')}${rest}`;
  if (kind === 'warnings') return `没有错误，${parts.join('，')}，请看过再付印${rest}`;
  return lacking > 0 ? `查过的都合格${rest}` : '合格';
}

function factLines(facts: Facts): string[] {
  const { trim, signatures, blanksToFour } = facts;
  const size = trim ? `成品 ${trim.width} × ${trim.height} 毫米${trim.name ? `（${trim.name}）` : ''}` : '没有成品框';
  const claims =
    facts.claims === ''
      ? `没有标明 PDF/X，按 ${facts.judgedBy} 检查`
      : facts.claims === facts.judgedBy
        ? facts.claims
        : `标明 ${facts.claims}，按 ${facts.judgedBy} 检查`;
  const blanks = signatures.blanks > 0 ? `，末一印张差 ${signatures.blanks} 页（补白页或减页）` : '，正好排满';
  const four = blanksToFour > 0 ? `；凑成 4 的倍数差 ${blanksToFour} 页` : '';
  return [
    `文件　　　${facts.pages} 页，${claims}，PDF ${facts.pdfVersion || '版本不明'}，${size}`,
    `印张　　　按 ${signatures.pages} 页一印张，${signatures.sheets} 个印张${blanks}${four}`,
  ];
}

function table(checks: readonly CheckState[]): string[] {
  const wide = Math.max(...checks.map(({ name }) => width(name))) + 2;
  const ids = Math.max(...checks.map(({ rule }) => rule.length)) + 2;
  return [
    `${pad('检查项', wide)}${pad('编号', ids)}结果`,
    ...checks.map((check) => `${pad(check.name, wide)}${pad(check.rule, ids)}${outcome(check)}`),
  ];
}

function outcome({ state, errors, warnings, pages, unchecked: why }: CheckState): string {
  const counts = [
    ...(errors > 0 ? [`错误 ${number(errors)} 处`] : []),
    ...(warnings > 0 ? [`警告 ${number(warnings)} 处`] : []),
  ];
  const where = pages > 1 ? `，${pages} 页` : '';
  const lacking = why && state !== 'unchecked' ? `；没有查完（${why}）` : '';
  if (state === 'unchecked') return `未检查（${why}）${counts.length > 0 ? `；已查部分：${counts.join('，')}` : ''}`;
  return state === 'passed' ? STATES.passed : `${counts.join('，')}${where}${lacking}`;
}

/** Page by page; a rule that finds something on every page shows its first pages and counts the others. */
function places({ findings, checks }: Report): string[] {
  const shown = new Map<string, Set<number>>();
  const lines: string[] = [];
  let heading = '';
  const left = new Map<string, { count: number; pages: number[] }>();
  const perPage = new Map<string, number>();
  for (const finding of findings) {
    const page = finding.page ?? 0;
    const pages = shown.get(finding.rule) ?? new Set();
    shown.set(finding.rule, pages);
    const key = `${finding.rule} ${page}`;
    const already = perPage.get(key) ?? 0;
    if ((!pages.has(page) && pages.size >= PAGES_SHOWN) || already >= FINDINGS_SHOWN) {
      const rest = left.get(finding.rule) ?? { count: 0, pages: [] };
      rest.count += finding.count;
      if (rest.pages.at(-1) !== page) rest.pages.push(page);
      left.set(finding.rule, rest);
      continue;
    }
    pages.add(page);
    perPage.set(key, already + 1);
    const title = pageTitle(finding);
    if (title !== heading) lines.push('', title);
    heading = title;
    lines.push(`　${STATES[finding.severity]}　${describe(finding)}　［${finding.rule}］`);
  }
  if (left.size > 0) lines.push('', '另有');
  for (const [rule, { count, pages }] of left) {
    const name = checks.find((check) => check.rule === rule)?.name ?? rule;
    const where = pages.filter((page) => page > 0);
    lines.push(
      `　${name}：另有 ${number(count)} 处${where.length > 0 ? `（第 ${pageRanges(where)} 页）` : ''}　［${rule}］`,
    );
  }
  return lines;
}

function pageTitle({ page, label }: Finding): string {
  if (page === undefined) return '全书';
  return label !== undefined && label !== String(page) ? `第 ${page} 页（页码 ${label}）` : `第 ${page} 页`;
}

function describe({ what, count, places: [place], object }: Finding): string {
  const times = count > 1 ? `，共 ${number(count)} 处` : '';
  const at = place ? `；${count > 1 ? '第一处' : ''}左 ${place.x}、上 ${place.y} 毫米` : '';
  const number_ = place?.object ?? object;
  const via = place?.via ? `，在${place.via}里` : number_ === undefined ? '' : `，对象 ${number_}`;
  return `${what}${times}${at}${via}`;
}

function remedies({ findings }: Report): string[] {
  const known = new Map<string, string>();
  for (const { rule, remedy } of findings) if (!known.has(rule)) known.set(rule, remedy);
  if (known.size === 0) return [];
  return ['', '改法', ...[...known].map(([rule, remedy]) => `　${remedy}　［${rule}］`)];
}

/** Grouped by reason: which checks it kept from being made. */
function unchecked({ unchecked: gaps, checks }: Report): string[] {
  const lacking = checks.filter((check) => check.unchecked !== undefined);
  if (lacking.length === 0) return [];
  const groups = new Map<string, string[]>();
  for (const { name, unchecked: why = '' } of lacking) groups.set(why, [...(groups.get(why) ?? []), name]);
  const lines = [...groups].map(([why, names]) => `没有检查：${listed(names)}（${why}）`);
  const pages = [...new Set(gaps.flatMap((gap: Gap) => gap.page ?? []))];
  return ['', ...lines, ...(pages.length > 0 ? [`　　　　　没有查完的页：${pageRanges(pages)}`] : [])];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join('、');
  return names.length > NAMES_SHOWN ? `${shown}等 ${names.length} 项` : shown;
}

/** `3、5—9、12`. */
export function pageRanges(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const page of sorted) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const shown = ranges.slice(0, 12).map(([from, to]) => (from === to ? String(from) : `${from}—${to}`));
  return shown.join('、') + (ranges.length > shown.length ? '……' : '');
}

/** Columns on a terminal: Chinese characters take two. */
function width(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0);
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(1, columns - width(text)));
}

function number(value: number): string {
  return value.toLocaleString('zh-CN');
}
