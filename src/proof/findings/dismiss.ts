/** Findings held against the dismissals of a volume: which are set aside, and which dismissals have nothing left to set aside. */
import { squeeze } from '../../paginate/conservation.js';
import type { Dismissal } from '../../tree/dismissal.js';
import type { Finding } from '../model.js';
import { isSameNumber } from './number.js';

/** A finding with its dismissal, where it has one. */
export function withDismissals(
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
): { findings: Finding[]; unused: Dismissal[] } {
  const used = new Set<Dismissal>();
  const marked = findings.map((finding): Finding => {
    const dismissal = dismissals.find((each) => sets(each, finding));
    if (!dismissal) return finding;
    used.add(dismissal);
    const { reason, by, date } = dismissal;
    return { ...finding, dismissed: { reason, ...(by !== undefined && { by }), ...(date !== undefined && { date }) } };
  });
  return { findings: marked, unused: dismissals.filter((each) => !used.has(each)) };
}

/** The number tells; without one the rule and the words, of which a part is enough. */
function sets({ number, rule, text }: Dismissal, finding: Finding): boolean {
  if (rule !== undefined && rule !== finding.rule) return false;
  if (number !== undefined) return isSameNumber(number, finding.number);
  return rule !== undefined && text !== undefined && squeeze(finding.text).includes(squeeze(text));
}

/** A dismissal that sets nothing aside any more, as a finding of its own. */
export function unusedDismissal({ number, text, position }: Dismissal, file: string): Finding {
  const { line, column } = position.start;
  return {
    number: number ?? '',
    severity: 'note',
    rule: 'dismissal-unused',
    author: '检查',
    reason: `已核的${number === undefined ? '' : ` ${number} `}${text === undefined ? '一条' : `“${text}”`}已经没有了`,
    remedy: `可以从${file}里删去这一条`,
    text: text ?? '',
    place: { file, line, column },
  };
}
