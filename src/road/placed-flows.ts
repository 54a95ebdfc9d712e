/** Flows with their place among the sheets of the book, and the key under which their printed pages are kept. */
import type { Numbering } from '../book/numbering.js';
import { programStamp } from '../book/theme.js';
import type { Flow } from '../html/flow.js';
import { cacheKey } from '../paginate/flow-cache.js';
import type { SheetPlan } from '../paginate/paginator.js';

export interface PlacedFlow {
  /** Changes with everything that can change its printed pages. */
  key: string;
  /** Its first sheet in the book, from 0. */
  first: number;
  sheets: SheetPlan[];
}

/** @param stamp what `printStamp` gives */
export function placedFlows(
  flows: readonly Flow[],
  { plan, surveys }: Pick<Numbering, 'plan' | 'surveys'>,
  keyOf: (flow: Flow) => string,
  stamp: string,
): PlacedFlow[] {
  return flows.flatMap((flow): PlacedFlow[] => {
    const pages = surveys.get(flow.id)?.pages.length ?? 0;
    const first = plan.firstSheet.get(flow.id);
    if (first === undefined) return [];
    const sheets = plan.sheets.slice(first, first + pages);
    return [{ key: cacheKey(keyOf(flow), JSON.stringify(sheets), stamp), first, sheets }];
  });
}

/** What every printed page depends on besides its flow. */
export function printStamp(pictures: string): string {
  return `${pictures}\0${programStamp()}`;
}
