/** The door between Node and the page: `window.nianjian`. Everything that crosses it is a plain value. */
import { arrangePages, type SheetPlan, stripPages } from './arrange.js';
import { layBleed } from './bleed.js';
import { UnbreakableRow } from './leaves.js';
import { makePages, openSheets, type PagedChunker } from './sheets.js';
import { type FlowSurvey, surveyPages } from './survey.js';

export interface InPage {
  /** Takes over what belongs to the book, and waits for its fonts. */
  open(book: BookProperties): Promise<void>;
  /** Breaks a flow into pages. */
  paginate(flow: { id: string; pageStyle: string; html: string }): Promise<PaginateAnswer>;
  /** Reads the pages of a flow. */
  survey(id: string): FlowSurvey;
  /** The pages of a flow as HTML, for the cache. */
  pagesOf(id: string): string;
  /** Takes the pages of a flow from the cache instead. */
  restore(id: string, pages: string): void;
  arrange(plan: SheetPlan[]): Promise<void>;
  /** Lays paper around the arranged pages, CSS px on every side. */
  bleed(px: number): void;
}

export interface BookProperties {
  title: string;
  /** Custom properties of the theme: `--book`. */
  properties: Record<string, string>;
  /** `@font-face` rules. */
  fontFaces: string;
  /** URLs of the style sheets of the theme. */
  themeSheets: string[];
  /** `@page` rules, for Paged.js. */
  pageStyles: string;
}

export type PaginateAnswer = { done: true } | { done: false; rule: 'table-row-too-tall'; text: string };

declare global {
  interface Window {
    nianjian: InPage;
  }
}

/** The pages of each flow. Flows that are done are hidden: what is laid out costs time at every change of the page. */
const areas = new Map<string, HTMLElement>();
let chunker: PagedChunker;
let root: HTMLElement;

window.nianjian = {
  async open({ title, properties, fontFaces, themeSheets, pageStyles }) {
    document.title = title;
    for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value);
    const faces = document.createElement('style');
    faces.textContent = fontFaces;
    document.head.append(faces);
    await Promise.all(themeSheets.map(loadSheet));
    root = document.createElement('main');
    root.className = 'book';
    document.body.append(root);
    // Paged.js waits for animation frames between its steps. Nobody watches, and every frame costs a layout of the page.
    window.requestAnimationFrame = (callback) => {
      queueMicrotask(() => callback(performance.now()));
      return 0;
    };
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
    const area = areas.get(id) as HTMLElement;
    const survey = surveyPages(area);
    area.hidden = true;
    return survey;
  },

  pagesOf(id) {
    // Paged.js gives every element a random mark; nothing asks for it once the pages are made.
    const area = areas.get(id) as HTMLElement;
    for (const element of area.querySelectorAll('[data-ref]')) element.removeAttribute('data-ref');
    stripPages(area);
    return area.innerHTML;
  },

  restore(id, pages) {
    const area = newArea(id);
    area.hidden = true;
    area.innerHTML = pages;
  },

  async arrange(plan) {
    await arrangePages(chunker, areas, plan, root);
    for (const area of areas.values()) area.hidden = false;
  },

  bleed(px) {
    layBleed(root, px);
  },
};

/** Throws where the sheet is missing: a book without its theme must not go unnoticed. */
function loadSheet(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`style sheet not loaded: ${url}`));
    document.head.append(link);
  });
}

function newArea(id: string): HTMLElement {
  areas.get(id)?.remove();
  const area = document.createElement('div');
  area.className = 'pagedjs_pages';
  area.dataset.flow = id;
  root.append(area);
  areas.set(id, area);
  return area;
}
