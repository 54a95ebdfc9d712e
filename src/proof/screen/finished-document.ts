/**
 * The finished document (`Paginator.finished`) taken apart: its pages, and what makes them look as they do. The pages are
 * broken for good: what is taken over here is never set again.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** An element as parse5 gives it: attributes as they are written. */
export type PageElement = DefaultTreeAdapterTypes.Element;

export interface FinishedPage {
  /** The `.pagedjs_page`. */
  element: PageElement;
  /** The style of the flow that it stands in. */
  flowStyle: string;
}

export interface FinishedDocument {
  /** Custom properties of the book: `--body-size: 14px; …`. */
  rootStyle: string;
  /** All style sheets in their order, without the fonts. */
  css: string;
  pages: FinishedPage[];
  /** Width of a trimmed page, points. */
  width: number;
}

const POINTS_PER_MM = 72 / 25.4;

/** Reads it; linked style sheets are read from disk. Throws where it is no finished document. */
export function readFinished(document: string): FinishedDocument {
  const elements = [...elementsIn(parse(document))];
  const root = elements.find(({ tagName }) => tagName === 'html');
  const rootStyle = (root && attribute(root, 'style')) ?? '';
  const width = /--trim-width:\s*([\d.]+)mm/u.exec(rootStyle)?.[1];
  if (width === undefined) throw new Error('not a finished document: it has no --trim-width');
  const pages = elements
    .filter((element) => hasClass(element, 'pagedjs_page'))
    .map((element) => ({ element, flowStyle: flowStyleOf(element) }));
  return { rootStyle, css: elements.map(styleOf).join('\n'), pages, width: Number(width) * POINTS_PER_MM };
}

/** Every element of a tree, itself among them, in the order of the document. */
export function* elementsIn(node: DefaultTreeAdapterTypes.Node): Generator<PageElement> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
}

export function attribute({ attrs }: PageElement, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

/** Writes an attribute; without a value it is taken away. */
export function setAttribute(element: PageElement, name: string, value?: string): void {
  element.attrs = element.attrs.filter((each) => each.name !== name);
  if (value !== undefined) element.attrs.push({ name, value });
}

function hasClass(element: PageElement, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/u).includes(name);
}

/** A blank before the first flow stands in none. */
function flowStyleOf({ parentNode }: PageElement): string {
  return (parentNode && 'tagName' in parentNode && attribute(parentNode, 'style')) || '';
}

function styleOf(element: PageElement): string {
  if (element.tagName === 'style')
    return withoutFonts(element.childNodes.map((child) => ('value' in child ? child.value : '')).join(''));
  const isSheet = element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet';
  return isSheet ? withoutFonts(readFileSync(fileURLToPath(attribute(element, 'href') ?? ''), 'utf8')) : '';
}

/** Fonts are files of this machine, and of the whole book: others take their place. */
function withoutFonts(css: string): string {
  return css.replace(/@font-face\s*\{[^}]*\}/gu, '');
}
