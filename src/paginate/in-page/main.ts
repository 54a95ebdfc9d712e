/** The door between Node and the page: `window.nianjian`. Everything that crosses it is a plain value. */
import { arrangePages, type SheetPlan } from './arrange.js';
import { UnbreakableRow } from './leaves.js';
import { makePages, openSheets, type PagedChunker } from './sheets.js';
import { type FlowSurvey, surveyPages } from './survey.js';

export interface InPage {
  /** Reads the page styles and waits for the fonts. */
  open(pageStyles: string): Promise<void>;
  /** Breaks a flow into pages. */
  paginate(flow: { id: string; pageStyle: string; html: string }): Promise<PaginateAnswer>;
  /** Reads the pages of a flow. */
  survey(id: string): FlowSurvey;
  /** The pages of a flow as HTML, for the cache. */
  pagesOf(id: string): string;
  /** Takes the pages of a flow from the cache instead. */
  restore(id: string, pages: string): void;
  arrange(plan: SheetPlan[]): Promise<void>;
}

export type PaginateAnswer = { done: true } | { done: false; rule: 'table-row-too-tall'; text: string };

declare global {
  interface Window {
    nianjian: InPage;
  }
}

const areas = new Map<string, HTMLElement>();
let chunker: PagedChunker;
let root: HTMLElement;

window.nianjian = {
  async open(pageStyles) {
    root = document.createElement('main');
    root.className = 'book';
    document.body.append(root);
    await Promise.all([...document.fonts].map((face) => face.load()));
    chunker = await openSheets(pageStyles, root);
  },

  async paginate({ id, pageStyle, html }) {
    const template = document.createElement('template');
    template.innerHTML = html;
    (template.content.firstElementChild as HTMLElement).dataset.page = pageStyle;
    const area = newArea(id);
    try {
      await makePages(chunker, area, template.content);
    } catch (error) {
      if (!(error instanceof UnbreakableRow)) throw error;
      return { done: false, rule: 'table-row-too-tall', text: error.element.textContent ?? '' };
    }
    return { done: true };
  },

  survey(id) {
    return surveyPages(areas.get(id) as HTMLElement);
  },

  pagesOf(id) {
    const copy = areas.get(id)?.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll('[data-ref]')) element.removeAttribute('data-ref');
    return copy.innerHTML;
  },

  restore(id, pages) {
    newArea(id).innerHTML = pages;
  },

  arrange(plan) {
    return arrangePages(chunker, areas, plan, root);
  },
};

function newArea(id: string): HTMLElement {
  areas.get(id)?.remove();
  const area = document.createElement('div');
  area.className = 'pagedjs_pages';
  area.dataset.flow = id;
  root.append(area);
  areas.set(id, area);
  return area;
}
