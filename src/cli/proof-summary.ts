/** What `nianjian proof` says when it is done. */
import type { ProofReport } from '../book/proof-report.js';
import { ROUND_NAMES } from '../proof/rounds.js';

/** @param nameOf a file as it is typed from here */
export function formatProof(report: ProofReport, nameOf: (file: string) => string): string {
  const { scope, round, pages, sheets, folios, findings, times } = report;
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`;
  const total = Object.values(times).reduce((sum, ms) => sum + ms, 0);
  const [first, last] = folios;
  return [
    `已出校样：${nameOf(report.file)}（${(report.bytes / 1e6).toFixed(1)} MB）`,
    `范围　　${scope}　${ROUND_NAMES[round]}　${first === last ? first : `${first}—${last}`}页，共${pages}面，${report.paper} ${sheets}张`,
    ...(report.provisional === undefined ? [] : [`页码　　临时：${report.provisional}`]),
    report.changes === undefined ? '改动　　没有更早的校样可比' : `改动　　与${report.since}相比：${report.changes}`,
    `查出　　${foundIn(findings)}`,
    ...report.remarks.map((remark) => `注意　　${remark}`),
    `用时　　${seconds(total)}（${Object.entries(times)
      .map(([phase, ms]) => `${phase} ${seconds(ms)}`)
      .join('，')}）`,
    '',
  ].join('\n');
}

function foundIn({ errors, warnings, notes, dismissed }: ProofReport['findings']): string {
  const open = [
    [errors, '严重'],
    [warnings, '待看'],
    [notes, '参考'],
  ].filter(([count]) => count !== 0);
  const words = open.length === 0 ? '没有问题' : open.map(([count, name]) => `${name} ${count} 处`).join('，');
  return `${words}${dismissed > 0 ? `（另有已核 ${dismissed} 处）` : ''}`;
}
