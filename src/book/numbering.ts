/** Numbering (编页码): the flows that are set so far in the order of the book, and what that tells of every place in it. */
import { type BookPlan, type FlowExtent, planSheets } from '../paginate/folios.js';
import { type PagePlace, pageMap } from '../paginate/page-map.js';
import type { FlowSurvey } from '../paginate/paginator.js';

/** Flows that are set, or an extent that stands for pages still to be set. */
export interface NumberedFlows {
  extents: readonly FlowExtent[];
  surveys: ReadonlyMap<string, FlowSurvey>;
}

export interface Numbering {
  plan: BookPlan;
  places: ReadonlyMap<string, PagePlace>;
  surveys: ReadonlyMap<string, FlowSurvey>;
  /** The printed folio of an id. */
  folio(id: string): string;
}

/** Numbers the pages of what is set so far: all that counts in roman folios, then all that counts in decimal ones. */
export function numberPages(groups: readonly NumberedFlows[]): Numbering {
  const all = groups.flatMap((group) => group.extents);
  const extents = (['roman', 'decimal'] as const).flatMap((style) => all.filter((each) => each.numbering === style));
  const plan = planSheets(extents);
  const surveys = new Map(groups.flatMap((group) => [...group.surveys]));
  const places = pageMap(plan, surveys);
  const folio = (id: string): string => {
    const place = places.get(id);
    // Every id that the 目录 names stands in the tree, so it stands on a page; an empty folio would be a lie.
    if (!place) throw new Error(`no page holds ${id}`);
    return place.folio;
  };
  return { plan, places, surveys, folio };
}

/** Pages that are not set yet, but whose number is known: it moves what comes behind them. */
export function reserved(extent: FlowExtent): NumberedFlows {
  return { extents: [extent], surveys: new Map() };
}
