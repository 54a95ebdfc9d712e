/** Which `<…>` of a text is HTML. `<办法>` and `<GDP>` are typed quotation marks; `<b>` is an element. */

const ELEMENTS = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite ' +
    'code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font ' +
    'footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend ' +
    'li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option output p ' +
    'param picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong ' +
    'style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

/** What an HTML token of the parser is: the one allowed element, a forbidden one, or text in angle brackets. */
export function classifyHtml(value: string): 'break' | 'forbidden' | 'text' {
  if (/^<br\s*\/?>$/i.test(value)) return 'break';
  if (/^<[!?]/.test(value)) return 'forbidden';
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(value)?.[1]?.toLowerCase();
  if (name === undefined) return 'text';
  return ELEMENTS.has(name) || name.includes('-') || /\s[\w:-]+\s*=/.test(value) ? 'forbidden' : 'text';
}
