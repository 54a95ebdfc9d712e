/**
 * The gate for figures (图片不失): every figure of the text stands on the pages once, whole, in its order, and nowhere
 * before the words behind which it stands in the manuscript. The captions are compared by the conservation gate.
 */
import type { FlowSurvey } from './in-page/survey.js';

/** A figure as the manuscripts have it. */
export interface ExpectedFigure {
  id: string;
  file: string;
  line: number;
  column: number;
  photos: number;
  /** Characters of the text of its flow before it. */
  after: number;
}

export interface FigureFault {
  kind: 'lost' | 'added' | 'photos' | 'early' | 'order';
  /** Absent for a figure that no manuscript has. */
  figure?: ExpectedFigure;
}

/** What is wrong with the figures on the pages of a flow. */
export function findFigureFaults(
  expected: readonly ExpectedFigure[],
  { pages }: Pick<FlowSurvey, 'pages'>,
): FigureFault[] {
  const byId = new Map(expected.map((figure, place) => [figure.id, { figure, place }]));
  const seen = new Set<string>();
  const faults: FigureFault[] = [];
  let before = 0;
  let last = -1;
  for (const { boxes } of pages) {
    for (const { text, figures } of boxes) {
      for (const { id, at, photos } of figures) {
        const known = byId.get(id);
        if (!known || seen.has(id)) faults.push({ kind: 'added', ...(known && { figure: known.figure }) });
        if (!known) continue;
        const { figure, place } = known;
        seen.add(id);
        if (photos !== figure.photos) faults.push({ kind: 'photos', figure });
        if (before + at < figure.after) faults.push({ kind: 'early', figure });
        if (place < last) faults.push({ kind: 'order', figure });
        last = Math.max(last, place);
      }
      before += text.length;
    }
  }
  return [
    ...faults,
    ...expected.filter(({ id }) => !seen.has(id)).map((figure) => ({ kind: 'lost' as const, figure })),
  ];
}
