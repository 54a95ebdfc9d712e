/** The whole of the book: number of pages, page labels, and where bookmarks lead. */
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from '../../press/pdf/values.js';
import type { Archive } from '../file/archive.js';
import { labelRanges } from '../file/page-labels.js';
import type { Check, Rule, Say } from '../rule.js';

const count: Rule = {
  id: 'page-count-odd',
  name: '页数成双',
  severity: 'warning',
  needs: 'file',
  remedy: '一张纸有两面：补一页白页，或去掉一页',
};
const labels: Rule = {
  id: 'page-labels',
  name: '页码标签',
  severity: 'warning',
  needs: 'file',
  remedy: '重新生成页码标签（PageLabels）；校对时要靠它对页码',
};
const outline: Rule = {
  id: 'outline-broken',
  name: '书签有着落',
  severity: 'warning',
  needs: 'file',
  remedy: '重新导出书签，使每条都指到书里的页',
};

/** More bookmarks than this are damage. */
const MAX_ITEMS = 100_000;

export const extent: Check = {
  rules: [count, labels, outline],
  document({ archive, pages }, say) {
    if (pages.length % 2 === 1) say(count, { what: `全书 ${pages.length} 页，是单数` });
    checkLabels(archive, pages.length, say);
    const objects = new Set(pages.map(({ object }) => object));
    checkOutline(archive, (target) => objects.has(target), pages.length, say);
  },
};

function checkLabels(archive: Archive, pages: number, say: Say): void {
  const root = archive.dict(archive.trailer.get('Root'));
  if (!root.has('PageLabels')) return;
  const starts = labelRanges(archive).map(({ from }) => from);
  if (!starts.includes(0)) say(labels, { what: '页码标签不是从第一页开始的' });
  if (starts.some((from) => from < 0 || from >= pages)) say(labels, { what: '页码标签指到了书外的页' });
  if (starts.some((from, i) => i > 0 && from <= (starts[i - 1] as number))) say(labels, { what: '页码标签的次序乱了' });
}

function checkOutline(archive: Archive, isPage: (object: number) => boolean, pages: number, say: Say): void {
  const root = archive.dict(archive.trailer.get('Root'));
  const named = namedDestinations(archive, root);
  const seen = new Set<number>();
  const waiting: (PdfValue | undefined)[] = [archive.dict(root.get('Outlines')).get('First')];
  while (waiting.length > 0) {
    const ref = waiting.pop();
    if (!(ref instanceof PdfRef)) continue;
    if (seen.has(ref.number) || seen.size > MAX_ITEMS) {
      say(outline, { what: '书签互相指来指去', object: ref.number });
      continue;
    }
    seen.add(ref.number);
    const item = archive.dict(ref);
    waiting.push(item.get('Next'), item.get('First'));
    const fault = faultOf(archive, item, named, isPage, pages);
    if (fault) say(outline, { what: `书签“${titleOf(archive, item)}”${fault}`, object: ref.number });
  }
}

function faultOf(
  archive: Archive,
  item: PdfDict,
  named: Destinations,
  isPage: (object: number) => boolean,
  pages: number,
): string | undefined {
  const action = archive.dict(item.get('A'));
  const kind = archive.resolve(action.get('S'));
  if (!item.has('Dest') && kind instanceof PdfName && kind.name !== 'GoTo') return undefined;
  let target = archive.resolve(item.get('Dest') ?? action.get('D'));
  // A heading that only holds others together may lead nowhere.
  if (target === null) return item.has('Dest') || item.has('A') ? '没有去处' : undefined;
  if (target instanceof PdfString || target instanceof PdfName) {
    target = named(target instanceof PdfName ? target.name : target.bytes);
    if (target === null) return '的去处找不到';
  }
  const list = target instanceof Map ? archive.resolve(target.get('D')) : target;
  const page = Array.isArray(list) ? list[0] : undefined;
  if (page instanceof PdfRef) return isPage(page.number) ? undefined : '指到的不是书里的页';
  return typeof page === 'number' && page >= 0 && page < pages ? undefined : '的去处不对';
}

function titleOf(archive: Archive, item: PdfDict): string {
  const title = archive.resolve(item.get('Title'));
  if (!(title instanceof PdfString)) return '（无题）';
  const bytes = Buffer.from(title.bytes, 'latin1');
  const text = title.bytes.startsWith('\xfe\xff') ? bytes.subarray(2).swap16().toString('utf16le') : title.bytes;
  return [...text].slice(0, 30).join('');
}

type Destinations = (name: string) => PdfValue;

/** Names of the old dictionary and of the name tree. */
function namedDestinations(archive: Archive, root: PdfDict): Destinations {
  let tree: Map<string, PdfValue> | undefined;
  return (name) => {
    tree ??= nameTree(archive, archive.dict(root.get('Names')).get('Dests'));
    return archive.resolve(archive.dict(root.get('Dests')).get(name) ?? tree.get(name));
  };
}

function nameTree(archive: Archive, root: PdfValue | undefined): Map<string, PdfValue> {
  const found = new Map<string, PdfValue>();
  const seen = new Set<number>();
  const waiting: PdfValue[] = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined && found.size < MAX_ITEMS * 2; node = waiting.pop()) {
    if (node instanceof PdfRef) {
      if (seen.has(node.number)) continue;
      seen.add(node.number);
    }
    const dict = archive.dict(node);
    const kids = archive.resolve(dict.get('Kids'));
    if (Array.isArray(kids)) for (const kid of kids.slice(0, MAX_ITEMS)) waiting.push(kid);
    const names = archive.resolve(dict.get('Names'));
    if (!Array.isArray(names)) continue;
    for (let i = 0; i + 1 < names.length; i += 2) {
      const key = archive.resolve(names[i]);
      if (key instanceof PdfString) found.set(key.bytes, names[i + 1] as PdfValue);
    }
  }
  return found;
}
