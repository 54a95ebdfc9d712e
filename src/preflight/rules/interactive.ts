/** What a page on paper cannot have: links, notes, forms, scripts, attachments, layers (ISO 15930-7, 6.3 to 6.8). */
import { type PdfDict, PdfName, type PdfValue } from '../../press/pdf/values.js';
import type { Archive } from '../file/archive.js';
import { type Page, readBox } from '../file/pages.js';
import type { Check, Rule, Say } from '../rule.js';

const annotation: Rule = {
  id: 'annotation',
  name: '没有批注和链接',
  severity: 'error',
  needs: 'pages',
  remedy: '导出时去掉批注、链接和其他交互元素',
};
const action: Rule = {
  id: 'action',
  name: '没有自动动作',
  severity: 'error',
  needs: 'file',
  remedy: '导出时去掉打开文件、翻页时的动作',
};
const script: Rule = {
  id: 'javascript',
  name: '没有脚本',
  severity: 'error',
  needs: 'file',
  remedy: '去掉文件里的 JavaScript，重新导出',
};
const form: Rule = {
  id: 'form-fields',
  name: '没有表单',
  severity: 'error',
  needs: 'file',
  remedy: '把表单域转成普通文字再导出',
};
const attachment: Rule = {
  id: 'embedded-file',
  name: '没有附件',
  severity: 'error',
  needs: 'file',
  remedy: '去掉 PDF 里附带的文件',
};
const layers: Rule = {
  id: 'layers',
  name: '没有图层',
  severity: 'warning',
  needs: 'file',
  remedy: '导出时不要建立图层，免得该印的没印、不该印的印了',
};

/** Annotations that are part of the trade: marks and traps. */
const PRINTERS = new Set(['PrinterMark', 'TrapNet']);
const NAMES: Record<string, string> = {
  Link: '链接',
  Text: '附注',
  FreeText: '文字批注',
  Highlight: '高亮批注',
  Underline: '下划线批注',
  StrikeOut: '删除线批注',
  Stamp: '图章',
  Widget: '表单域',
  Popup: '弹出附注',
  FileAttachment: '附件批注',
  Ink: '手写批注',
};

export const interactive: Check = {
  rules: [annotation, action, script, form, attachment, layers],
  document(book, say) {
    const { archive, pages, standard } = book;
    const root = archive.dict(archive.trailer.get('Root'));
    const names = archive.dict(root.get('Names'));
    if (isAction(archive, root.get('OpenAction'))) checkAction(archive, root.get('OpenAction'), '打开文件时', say);
    checkTriggers(archive, root, '文件', say);
    if (names.has('JavaScript'))
      say(script, { what: '文件里有 JavaScript', object: archive.numberOf(names.get('JavaScript')) });
    const fields = archive.resolve(archive.dict(root.get('AcroForm')).get('Fields'));
    if (Array.isArray(fields) && fields.length > 0) say(form, { what: `有 ${fields.length} 个表单域` });
    if (archive.dict(root.get('AcroForm')).has('XFA')) say(form, { what: '有 XFA 表单' });
    if (names.has('EmbeddedFiles') || Array.isArray(archive.resolve(root.get('AF'))))
      say(attachment, { what: 'PDF 里附带了文件' });
    const groups = archive.resolve(archive.dict(root.get('OCProperties')).get('OCGs'));
    if (Array.isArray(groups) && groups.length > 0) {
      say(layers, { what: `有 ${groups.length} 个图层`, severity: standard === '1a' ? 'error' : 'warning' });
    }
    for (const page of pages) checkPage(archive, page, say);
  },
};

function checkPage(archive: Archive, page: Page, say: Say): void {
  checkTriggers(archive, page.dict, `第 ${page.number} 页`, say, page);
  const list = archive.resolve(page.dict.get('Annots'));
  for (const value of Array.isArray(list) ? list.slice(0, 10_000) : []) {
    const dict = archive.dict(value);
    const subtype = nameOf(archive, dict.get('Subtype'));
    if (PRINTERS.has(subtype)) continue;
    const box = readBox(archive, dict.get('Rect'));
    const object = archive.numberOf(value);
    say(annotation, {
      what: `页面上有${NAMES[subtype] ?? `批注（${subtype || '无类型'}）`}`,
      page,
      object,
      ...(box ? { box } : {}),
    });
    if (nameOf(archive, archive.dict(dict.get('A')).get('S')) === 'JavaScript')
      say(script, { what: '批注里有 JavaScript', page, object });
  }
}

/** OpenAction may be a destination, which is an array or a name. */
function isAction(archive: Archive, value: PdfValue | undefined): boolean {
  return archive.resolve(value) instanceof Map;
}

function checkTriggers(archive: Archive, dict: PdfDict, where: string, say: Say, page?: Page): void {
  const triggers = archive.resolve(dict.get('AA'));
  if (triggers instanceof Map) {
    for (const value of triggers.values()) checkAction(archive, value, where, say, page);
  }
}

function checkAction(archive: Archive, value: PdfValue | undefined, where: string, say: Say, page?: Page): void {
  const kind = nameOf(archive, archive.dict(value).get('S'));
  const found = { object: archive.numberOf(value), ...(page ? { page } : {}) };
  if (kind === 'JavaScript') say(script, { what: `${where}要运行 JavaScript`, ...found });
  // Going to a page when the file is opened does nothing to what is printed.
  else if (kind !== 'GoTo') say(action, { what: `${where}有自动动作（${kind || '不明'}）`, ...found });
}

function nameOf(archive: Archive, value: PdfValue | undefined): string {
  const found = archive.resolve(value);
  return found instanceof PdfName ? found.name : '';
}
