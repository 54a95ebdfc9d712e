/** Does the file say what it is, twice and the same? PDF/X keys, Info and XMP, Trapped, ID (ISO 15930-1 and -7). */
import { PdfString } from '../../press/pdf/values.js';
import { type Claim, pdfDate, xmpDate } from '../file/claim.js';
import type { Xmp } from '../file/xmp.js';
import type { Book, Check, Rule, Say } from '../rule.js';

const identification: Rule = {
  id: 'pdfx-identification',
  name: 'PDF/X 标识',
  severity: 'error',
  needs: 'file',
  remedy: '导出时选 PDF/X-4（或印厂要求的 PDF/X-1a:2001）',
};
const metadata: Rule = {
  id: 'metadata-required',
  name: '书名和日期',
  severity: 'error',
  needs: 'file',
  remedy: '在导出设置里填写书名，并由软件写全创建日期和修改日期',
};
const agreement: Rule = {
  id: 'info-xmp-differ',
  name: '两份文件信息一致',
  severity: 'error',
  needs: 'file',
  remedy: '重新导出，使文件信息（Info）和元数据（XMP）由软件一起写成',
};
const trapped: Rule = {
  id: 'trapped-unknown',
  name: '陷印标记',
  severity: 'error',
  needs: 'file',
  remedy: '写明 Trapped：没有做陷印写 False，做过写 True',
};
const fileId: Rule = {
  id: 'file-id-missing',
  name: '文件编号',
  severity: 'error',
  needs: 'file',
  remedy: '重新导出，使文件尾带有 ID',
};

/** Keys of Info and the properties that must say the same. */
const PAIRS: { key: string; property: string; name: string; date?: boolean }[] = [
  { key: 'Title', property: 'dc:title', name: '书名' },
  { key: 'Author', property: 'dc:creator', name: '作者' },
  { key: 'Subject', property: 'dc:description', name: '主题' },
  { key: 'Keywords', property: 'pdf:Keywords', name: '关键词' },
  { key: 'Creator', property: 'xmp:CreatorTool', name: '创建软件' },
  { key: 'Producer', property: 'pdf:Producer', name: '生成软件' },
  { key: 'CreationDate', property: 'xmp:CreateDate', name: '创建日期', date: true },
  { key: 'ModDate', property: 'xmp:ModifyDate', name: '修改日期', date: true },
  { key: 'Trapped', property: 'pdf:Trapped', name: '陷印标记' },
];

export const identify: Check = {
  rules: [identification, metadata, agreement, trapped, fileId],
  document(book, say) {
    const { archive, claim, xmp } = book;
    checkVersion(book, say);
    if (xmp && claim.hasInfo) for (const what of differences(claim, xmp)) say(agreement, { what });
    checkMetadata(book, say);
    const mark = claim.info.get('Trapped') ?? xmp?.get('pdf:Trapped')?.[0];
    if (mark !== 'True' && mark !== 'False') {
      say(trapped, { what: mark ? `陷印标记写的是“${mark}”` : '没有写明做没做陷印（Trapped）' });
    }
    const id = archive.resolve(archive.trailer.get('ID'));
    const parts = Array.isArray(id) ? id.map((each) => archive.resolve(each)) : [];
    if (parts.length !== 2 || !parts.every((each) => each instanceof PdfString && each.bytes.length > 0)) {
      say(fileId, { what: '文件尾没有 ID' });
    }
  },
};

function checkVersion({ claim, terms }: Book, say: Say): void {
  const wanted = terms.pdfx === '1a' ? 'PDF/X-1a' : 'PDF/X-4';
  if (claim.version === '') say(identification, { what: '文件没有标明是 PDF/X' });
  else if (!claim.standard) say(identification, { what: `文件标明的是“${claim.version}”，不是 PDF/X-4 或 PDF/X-1a` });
  else if (terms.pdfx && claim.standard !== terms.pdfx) {
    say(identification, { what: `要求 ${wanted}，文件标明的是 ${claim.version}` });
  }
}

function checkMetadata({ claim, xmp, standard }: Book, say: Say): void {
  const { info } = claim;
  if (standard === '4' && !xmp) {
    say(metadata, { what: '没有元数据（XMP），或读不出来' });
    return;
  }
  const lacking = PAIRS.filter(({ key }) => ['Title', 'CreationDate', 'ModDate'].includes(key)).filter(
    ({ key, property }) => (standard === '4' ? !xmp?.get(property)?.[0] : !info.get(key)),
  );
  for (const { name } of lacking) say(metadata, { what: `没有写${name}` });
  for (const { key, name, date } of PAIRS) {
    const value = info.get(key);
    if (date && value !== undefined && Number.isNaN(pdfDate(value)))
      say(metadata, { what: `${name}“${value}”不是日期` });
  }
  if (standard !== '4') return;
  const names = ['DocumentID', 'VersionID', 'RenditionClass'].filter((name) => !xmp?.get(`xmpMM:${name}`)?.[0]);
  if (names.length > 0) {
    say(metadata, { what: `元数据里没有 ${names.map((name) => `xmpMM:${name}`).join('、')}`, severity: 'warning' });
  }
}

/** What both have and say differently, and what Info has and the XMP lacks. */
function differences({ info }: Claim, xmp: Xmp): string[] {
  const found: string[] = [];
  for (const { key, property, name, date } of PAIRS) {
    const one = info.get(key);
    const items = xmp.get(property);
    if (one === undefined || one === '') continue;
    if (items === undefined) {
      // Trapped and Keywords may stand in one of the two only without saying different things.
      if (key !== 'Trapped') found.push(`${name}只写在文件信息（Info）里，元数据（XMP）里没有`);
      continue;
    }
    const other = key === 'Author' ? items.join('; ') : (items[0] ?? '');
    const same = date
      ? pdfDate(one) === xmpDate(other)
      : one.trim() === other.trim() || (key === 'Author' && sameAuthors(one, items));
    if (!same) found.push(`${name}不一致：文件信息是“${shorten(one)}”，元数据是“${shorten(other)}”`);
  }
  return found;
}

function sameAuthors(one: string, items: readonly string[]): boolean {
  const names = (text: string): string =>
    text
      .split(/[;,，；、]/)
      .map((name) => name.trim())
      .join('|');
  return names(one) === names(items.join(';'));
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}
