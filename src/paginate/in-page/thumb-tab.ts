/**
 * 书口标: the thumb tab at the fore-edge, which says on the closed book where a 类目 stands. The theme steps it down the
 * edge from 类目 to 类目 (`styles/tab.css`); here it only gets its words and its number. Kept pages have none, because
 * the number belongs to the book and not to the pages.
 */

export function hangTab(page: HTMLElement, tab: { words: string; order: number } | undefined): void {
  page.querySelector(':scope > .thumb-tab')?.remove();
  if (!tab) return;
  const element = document.createElement('div');
  element.className = 'thumb-tab';
  element.lang = 'zh-CN';
  element.dataset.generated = '';
  // A reader's program would say it on every page.
  element.setAttribute('aria-hidden', 'true');
  element.style.setProperty('--tab-order', String(tab.order));
  const words = document.createElement('span');
  words.className = [...tab.words].length === 2 ? 'words of-2' : 'words';
  words.textContent = tab.words;
  element.append(words);
  page.append(element);
}
