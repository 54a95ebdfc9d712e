/**
 * The only script of a proof on the screen: it sets a popover beside its mark, goes from finding to finding, and
 * says where a browser cannot set the pages as they are printed. Links, popovers and filters work without it.
 */

/** Runs in the document; everything it uses must stand inside. */
function desk(): void {
  const MARGIN = 8;
  let current: HTMLElement | undefined;

  const noteOf = (mark: HTMLElement): HTMLElement | null =>
    document.getElementById(mark.getAttribute('popovertarget') ?? '');
  const marks = (): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>('.proof-note')].filter((mark) => mark.getClientRects().length > 0);

  const place = (note: HTMLElement, mark: HTMLElement): void => {
    const { left, bottom, top } = mark.getBoundingClientRect();
    const { width, height } = note.getBoundingClientRect();
    const right = document.documentElement.clientWidth - width - MARGIN;
    const below = bottom + MARGIN + height <= window.innerHeight || top - MARGIN - height < 0;
    note.style.left = `${window.scrollX + Math.max(MARGIN, Math.min(left, right))}px`;
    note.style.top = `${window.scrollY + (below ? bottom + MARGIN : top - MARGIN - height)}px`;
  };

  const show = (mark: HTMLElement | undefined): void => {
    if (!mark) return;
    mark.scrollIntoView({ block: 'center', inline: 'nearest' });
    mark.focus({ preventScroll: true });
    const note = noteOf(mark);
    if (note && !note.matches(':popover-open')) note.showPopover();
  };

  const step = (by: number): void => {
    const all = marks();
    const at = current ? all.indexOf(current) : -1;
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    show(all[next]);
  };

  document.addEventListener(
    'beforetoggle',
    (event) => {
      const note = event.target as HTMLElement;
      const mark = document.querySelector<HTMLElement>(`[popovertarget="${note.id}"]`);
      if (!mark || (event as ToggleEvent).newState !== 'open') return;
      current = mark;
      // It has no size before it is open; the frame in which it opens is not drawn yet.
      requestAnimationFrame(() => place(note, mark));
    },
    true,
  );

  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('.proof-note')) current = target;
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key !== 'n' && event.key !== 'p') return;
    event.preventDefault();
    step(event.key === 'n' ? 1 : -1);
  });

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.proof-findings a') : null;
    const mark = link && document.getElementById(link.hash.slice(1));
    if (!mark || mark.getClientRects().length === 0) return;
    event.preventDefault();
    show(mark);
  });

  const sets = (declaration: string): boolean => CSS.supports(declaration);
  const exact = sets('text-autospace: normal') && sets('text-spacing-trim: space-all') && 'popover' in document.body;
  const inexact = document.querySelector<HTMLElement>('.proof-inexact');
  if (inexact) inexact.hidden = exact;
}

/** Its text, as it stands in the document. */
export const DESK_SCRIPT = `(${desk})()`;
