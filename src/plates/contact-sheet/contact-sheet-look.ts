/** How the contact sheet looks, and the few lines by which a browser sorts it. Both go into the file itself. */

export const SHEET_STYLE = `
body { font: 14px/1.5 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 24px; color: #222 }
h1 { font-size: 20px; margin: 0 }
h2 { font-size: 16px; margin: 28px 0 0 }
.summary { margin: 4px 0 16px }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #ddd; padding: 6px 8px; text-align: left; vertical-align: top }
th { position: sticky; top: 0; background: #f4f4f4; white-space: nowrap }
th button { font: inherit; font-weight: bold; border: 0; background: none; padding: 0; cursor: pointer; color: inherit }
th[aria-sort="ascending"] button::after { content: " ▲" }
th[aria-sort="descending"] button::after { content: " ▼" }
.thumbnail { width: 120px }
.thumbnail img { display: block; max-width: 120px; max-height: 120px }
.ppi, .figure { white-space: nowrap }
.ppi small { display: block }
.low .ppi { background: #ffe7a8 }
.very-low .ppi { background: #f6b8ad }
@media print {
  @page { size: A4 landscape; margin: 12mm }
  body { margin: 0; font-size: 9pt; print-color-adjust: exact; -webkit-print-color-adjust: exact }
  th { position: static }
  tr { break-inside: avoid }
  .thumbnail { width: 22mm }
  .thumbnail img { max-width: 22mm; max-height: 22mm }
}
`;

/** A click on a heading sorts by its column, a second one the other way. */
export const SHEET_SCRIPT = `
for (const button of document.querySelectorAll('th button')) {
  button.addEventListener('click', () => {
    const heading = button.parentElement;
    const column = heading.cellIndex;
    const body = heading.closest('table').tBodies[0];
    const down = heading.getAttribute('aria-sort') === 'ascending';
    for (const other of heading.parentElement.cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
    const compare = new Intl.Collator('zh-CN', { numeric: true }).compare;
    const rows = [...body.rows].sort((a, b) => compare(key(a), key(b)) * (down ? -1 : 1));
    body.append(...rows);
  });
}
`;
