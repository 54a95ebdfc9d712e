/** Reads the HTML that the renderers write (well-formed, every element closed) back into elements, to ask it questions. */

export interface Tag {
  name: string;
  attributes: Record<string, string>;
  children: (Tag | string)[];
}

const VOID = new Set(['br', 'col', 'img']);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*"|=[^\s">]+)?)*)\s*>|([^<]+)|(<)/gu;
const ATTRIBUTE = /\s+([^\s=>]+)(?:="([^"]*)"|=([^\s">]+))?/gu;
const REFERENCES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Parses HTML; throws where it is not well-formed. */
export function parse(html: string): Tag {
  const root: Tag = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [, closing, name = '', attributes = '', text, stray] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) as Tag;
    if (stray) throw new Error('a “<” that opens no element');
    if (text !== undefined) parent.children.push(decode(text));
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const tag: Tag = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(tag);
      if (!VOID.has(name)) open.push(tag);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

function readAttributes(source: string): Record<string, string> {
  return Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', quoted, bare]) => [name, decode(quoted ?? bare ?? '')]),
  );
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9A-F]+)|([a-z]+));/giu, (whole, code?: string, name?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (REFERENCES[name ?? ''] ?? whole),
  );
}

/** All elements below `root` that match `h3`, `.entry`, `span.label` or `#p01`, in the order of the document. */
export function all(root: Tag, selector: string): Tag[] {
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(matches(child, selector) ? [child] : []), ...all(child, selector)],
  );
}

/** The only element that matches. */
export function one(root: Tag, selector: string): Tag {
  const found = all(root, selector);
  if (found.length !== 1) throw new Error(`${found.length} elements are ${selector}`);
  return found[0] as Tag;
}

function matches({ name, attributes }: Tag, selector: string): boolean {
  const [, tag, mark, word] = /^([a-z0-9]*)(?:([.#])(.+))?$/u.exec(selector) ?? [];
  if (tag && tag !== name) return false;
  if (mark === '#') return attributes.id === word;
  return mark !== '.' || classes({ name, attributes, children: [] }).includes(word ?? '');
}

export function classes(tag: Tag): string[] {
  return (tag.attributes.class ?? '').split(' ').filter((name) => name !== '');
}

/** All the text in an element. */
export function text(node: Tag | string): string {
  return typeof node === 'string' ? node : node.children.map(text).join('');
}

/** The text in the order of the page without what the tool adds and without white space: what the gate compares. */
export function manuscriptText(node: Tag | string): string {
  if (typeof node === 'string') return node.replace(/\s+/gu, '');
  return 'data-generated' in node.attributes ? '' : node.children.map(manuscriptText).join('');
}

/** The same, and the captions of figures in the text behind it: the order of the runs of a flow. */
export function textAndCaptions(root: Tag): string {
  return textWithout(root) + all(root, 'figure.photo').map(manuscriptText).join('');
}

function textWithout(node: Tag | string): string {
  if (typeof node === 'string') return manuscriptText(node);
  const left = 'data-generated' in node.attributes || matches(node, 'figure.photo');
  return left ? '' : node.children.map(textWithout).join('');
}

/** Names of the child elements. */
export function childNames(tag: Tag): string[] {
  return tag.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]));
}
