/**
 * Setting (排版): flows in, surveys of their finished pages out. Pages that are kept from an earlier run are taken from
 * the cache; the browser is opened only when a flow has to be broken anew or the book is printed. Kept pages go into
 * the browser only where the book is to be printed: an index wants to know where things stand, and nothing else.
 */
import { cacheKey, type FlowCache } from './flow-cache.js';
import type { FlowSurvey, Paginator, SheetPlan } from './paginator.js';

/** What setting needs to know of a flow. */
export interface SettableFlow {
  id: string;
  pageStyle: string;
  html: string;
}

export interface SetFlow {
  id: string;
  survey: FlowSurvey;
  /** Text of a table row that is taller than a page; then there are no pages. */
  unbreakable?: string;
}

export interface Setting {
  /** Opens the browser page without waiting for it, where it is likely to be wanted. */
  warm(): void;
  /** Changes with everything that can change the pages of a flow. */
  keyOf(flow: SettableFlow): string;
  /** Sets one flow. */
  set(flow: SettableFlow): Promise<SetFlow>;
  /** Keeps the pages of a flow that has passed the gates. */
  keep(id: string): Promise<void>;
  /** Settled when a flow waits for the browser for the first time: then nobody wants this process. */
  busy: Promise<void>;
  /** Waits until all that is to be kept is kept. */
  settled(): Promise<void>;
  /** Prints the sheets of a book whose flows are all set, with `bleed` CSS px of paper around each. */
  print(plan: SheetPlan[], bleed: number): Promise<Uint8Array>;
  /** The document of the printed book. */
  finished(): Promise<string>;
  /** The document with just these sheets, as they would be printed. */
  document(plan: SheetPlan[]): Promise<string>;
  /** Number of flows that were broken anew. */
  fresh(): number;
}

const NO_PAGES: FlowSurvey = { pages: [], anchors: [], faults: [] };

/**
 * @param engine a text that changes with styles, fonts, programs: part of every cache key
 * @param open opens the browser page; called at most once
 * @param ahead whether kept pages are put into the browser while others are set, because the book will be printed
 */
export function openSetting(cache: FlowCache, engine: string, open: () => Promise<Paginator>, ahead: boolean): Setting {
  let opened: Promise<Paginator> | undefined;
  const paginator = (): Promise<Paginator> => {
    opened ??= open();
    return opened;
  };
  const keys = new Map<string, string>();
  const surveys = new Map<string, FlowSurvey>();
  /** Pages from the cache that are not in the browser yet. */
  const waiting = new Map<string, () => Promise<string>>();
  /** Work in the browser that nobody waits for until the book is printed. */
  const aside: Promise<void>[] = [];
  const putAside = (work: Promise<void>): void => {
    // Where the run ends early nobody waits for it any more.
    work.catch(() => undefined);
    aside.push(work);
  };
  const restoreWaiting = (page: Paginator): void => {
    for (const [id, pages] of waiting) putAside(pages().then((each) => page.restore(id, each)));
    waiting.clear();
  };
  const save = async (id: string): Promise<void> => {
    const pages = await (await paginator()).pagesOf(id);
    await cache.put(keys.get(id) as string, surveys.get(id) as FlowSurvey, pages);
  };
  const arranged = async (plan: SheetPlan[]): Promise<Paginator> => {
    const page = await paginator();
    restoreWaiting(page);
    await Promise.all(aside);
    await page.arrange(plan);
    return page;
  };
  const fresh = new Set<string>();
  const keyOf = ({ id, pageStyle, html }: SettableFlow): string => cacheKey(engine, id, pageStyle, html);
  let begin = (): void => undefined;
  const busy = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return {
    busy,
    warm() {
      // What goes wrong is told to whoever sets a flow.
      paginator().catch(() => undefined);
    },
    keyOf,
    async set({ id, pageStyle, html }) {
      const key = keyOf({ id, pageStyle, html });
      keys.set(id, key);
      const kept = await cache.get(key);
      if (kept) {
        waiting.set(id, kept.pages);
        surveys.set(id, kept.survey);
        return { id, survey: kept.survey };
      }
      begin();
      const page = await paginator();
      const answer = await page.paginate({ id, pageStyle, html });
      if (!answer.done) return { id, survey: NO_PAGES, unbreakable: answer.text };
      const survey = await page.survey(id);
      if (ahead) restoreWaiting(page);
      fresh.add(id);
      surveys.set(id, survey);
      return { id, survey };
    },
    async keep(id) {
      // A page that cannot be kept (a full disk) costs time in the next run, and nothing else.
      if (fresh.has(id) && cache.keeps) putAside(save(id).catch(() => undefined));
    },
    async settled() {
      await Promise.all(aside);
    },
    async print(plan, bleed) {
      return (await arranged(plan)).print(bleed);
    },
    document: async (plan) => (await arranged(plan)).finished(),
    finished: async () => (await paginator()).finished(),
    fresh: () => fresh.size,
  };
}
