/** Is the file sound? Damage found on the way, encryption, the PDF version, the content of pages. */
import { PdfName } from '../../press/pdf/values.js';
import type { Check, Rule } from '../rule.js';

const SAVE_AGAIN = '请用原来的排版软件重新导出 PDF，不要用坏的文件付印';

const damaged: Rule = {
  id: 'file-damaged',
  name: '文件结构',
  severity: 'error',
  needs: 'file',
  remedy: SAVE_AGAIN,
};
export const ENCRYPTED: Rule = {
  id: 'file-encrypted',
  name: '加密',
  severity: 'error',
  needs: 'file',
  remedy: '导出时不要设密码和权限；印刷文件不许加密',
};
const pageTree: Rule = { id: 'page-tree', name: '页面列表', severity: 'error', needs: 'file', remedy: SAVE_AGAIN };
const version: Rule = {
  id: 'pdf-version',
  name: 'PDF 版本',
  severity: 'error',
  needs: 'file',
  remedy: '按要求的标准重新导出：PDF/X-4 用 PDF 1.6，PDF/X-1a 用 PDF 1.3 或 1.4',
};
const content: Rule = {
  id: 'content-damaged',
  name: '页面内容可读',
  severity: 'error',
  needs: 'pages',
  remedy: SAVE_AGAIN,
};

/** The newest PDF version each standard stands on. */
const NEWEST = { '4': 1.6, '1a': 1.4 };

export const syntax: Check = {
  rules: [damaged, ENCRYPTED, pageTree, version, content],
  document({ archive, standard, pages }, say) {
    if (archive.encrypted) say(ENCRYPTED, { what: '文件加了密' });
    if (pages.length === 0) say(pageTree, { what: '文件里没有页' });
    const catalog = archive.resolve(archive.dict(archive.trailer.get('Root')).get('Version'));
    const stated = Math.max(
      Number(archive.headerVersion) || 0,
      catalog instanceof PdfName ? Number(catalog.name) || 0 : 0,
    );
    if (stated > NEWEST[standard]) {
      const name = standard === '4' ? 'PDF/X-4' : 'PDF/X-1a';
      // PDF/X-4 readers take what later versions add as absent; PDF/X-1a devices may refuse the file.
      say(version, {
        what: `文件是 PDF ${stated.toFixed(1)}，${name} 最高到 PDF ${NEWEST[standard].toFixed(1)}`,
        severity: standard === '4' && stated < 2 ? 'warning' : 'error',
      });
    }
    if (standard === '1a' && archive.compressedObjects) {
      say(version, { what: '用了压缩的对象表或对象流（PDF 1.5 的写法），PDF/X-1a 不许用' });
    }
  },
  page({ page, problems }, _book, say) {
    for (const { what, object } of problems) say(content, { what, page, object });
  },
  end({ archive, pages }, say) {
    for (const { kind, what, object } of archive.damage.list) {
      // That there is not one page says it all.
      if (kind === 'pages' && pages.length === 0) continue;
      if (kind === 'encrypted') continue;
      const rule = kind === 'pages' ? pageTree : damaged;
      say(rule, { what, object, ...(kind === 'header' ? { severity: 'warning' as const } : {}) });
    }
  },
};
