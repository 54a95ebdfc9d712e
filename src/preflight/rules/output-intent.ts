/** The printing condition: exactly one GTS_PDFX output intent with an embedded CMYK profile (ISO 15930-7, 6.2.2). */
import { type PdfDict, PdfStream, PdfString } from '../../press/pdf/values.js';
import type { Archive } from '../file/archive.js';
import { isName } from '../file/pages.js';
import type { Check, Rule, Say } from '../rule.js';

const missing: Rule = {
  id: 'output-intent-missing',
  name: '输出意图',
  severity: 'error',
  needs: 'file',
  remedy: '导出时指定印刷条件（例如 Japan Color 2001 Coated 或印厂给的特性文件）并嵌入文件',
};
const several: Rule = {
  id: 'output-intent-several',
  name: '只有一个输出意图',
  severity: 'error',
  needs: 'file',
  remedy: '只留下印厂要的那一个印刷条件',
};
const profile: Rule = {
  id: 'output-intent-profile',
  name: '输出特性文件',
  severity: 'error',
  needs: 'file',
  remedy: '嵌入印刷机的 CMYK 特性文件（.icc），不能用 RGB、灰度的',
};
const identifier: Rule = {
  id: 'output-intent-identifier',
  name: '印刷条件名称',
  severity: 'error',
  needs: 'file',
  remedy: '在导出设置里填写印刷条件的名称（OutputConditionIdentifier）',
};

export const outputIntent: Check = {
  rules: [missing, several, profile, identifier],
  document({ archive }, say) {
    const root = archive.dict(archive.trailer.get('Root'));
    const list = archive.resolve(root.get('OutputIntents'));
    const intents = (Array.isArray(list) ? list.slice(0, 100) : [])
      .map((value) => ({ object: archive.numberOf(value), dict: archive.dict(value) }))
      .filter(({ dict }) => isName(archive.resolve(dict.get('S')), 'GTS_PDFX'));
    if (intents.length === 0) return say(missing, { what: '没有写明印刷条件（输出意图 GTS_PDFX）' });
    if (intents.length > 1) {
      say(several, { what: `有 ${intents.length} 个印刷条件`, object: intents[1]?.object });
    }
    for (const { dict, object } of intents) checkIntent(archive, dict, object, say);
  },
};

function checkIntent(archive: Archive, dict: PdfDict, object: number | undefined, say: Say): void {
  const name = archive.resolve(dict.get('OutputConditionIdentifier'));
  if (!(name instanceof PdfString && name.bytes.length > 0)) say(identifier, { what: '印刷条件没有名称', object });
  const stream = archive.resolve(dict.get('DestOutputProfile'));
  if (!(stream instanceof PdfStream)) {
    say(profile, { what: '没有嵌入特性文件', object });
    return;
  }
  const number = archive.numberOf(dict.get('DestOutputProfile'));
  const count = archive.resolve(stream.dict.get('N'));
  const { bytes, packed, broken } = archive.unpack(stream);
  if (packed || broken) {
    say(profile, { what: '嵌入的特性文件读不出来', object: number });
    return;
  }
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 128));
  const text = (from: number): string => header.toString('latin1', from, from + 4);
  if (header.length < 128 || text(36) !== 'acsp') {
    say(profile, { what: '嵌入的特性文件不是 ICC 文件', object: number });
    return;
  }
  if (header.readUInt32BE(0) !== bytes.length) {
    say(profile, {
      what: `特性文件不完整：应有 ${header.readUInt32BE(0)} 字节，实有 ${bytes.length} 字节`,
      object: number,
    });
  }
  const space = text(16);
  if (space !== 'CMYK') say(profile, { what: `特性文件是 ${space.trim()} 的，不是 CMYK`, object: number });
  else if (count !== 4) say(profile, { what: `特性文件的色数写成 ${count ?? '空'}，应是 4`, object: number });
  const kind = text(12);
  if (kind !== 'prtr' && space === 'CMYK') say(profile, { what: '特性文件不是输出设备的（prtr）', object: number });
}
