/**
 * 版权 of book.yaml: the fields of the imprint page, by GB/T 12450—2001 (图书书名页) and GB/T 12451—2001
 * (图书在版编目数据). Each is printed as it was typed, but for what has one right form: that is checked, and set in it.
 */
import type { Imprint } from '../tree/imprint.js';
import { faultOfIsbn } from './isbn.js';
import { type Report, textOf } from './setting-value.js';
import { remedyForUnknown } from './suggest.js';
import type { YamlValue } from './yaml.js';

interface ImprintField {
  name: keyof Imprint;
  /** What the text must look like, with the example that shows it; the printed form is made from the match. */
  form?: { pattern: RegExp; example: string; print?: (match: RegExpExecArray) => string };
}

const DATE = String.raw`\d{4}年(?:1[0-2]|0?[1-9])月`;

/** Every key below 版权, in the order in which an editor fills them in. */
const FIELDS: Record<string, ImprintField> = {
  书号: {
    name: 'isbn',
    form: { pattern: /^(?:ISBN[\s:：]*)?(.+)$/iu, example: '', print: ([, digits]) => digits ?? '' },
  },
  CIP: {
    name: 'cip',
    form: {
      pattern: /^(中国(?:国家版本馆|版本图书馆)CIP数据核字)?\s*[（(〔]?(\d{4})[）)〕]?\s*第?\s*(\d{6})\s*号?$/u,
      example: '（2022）第123456号',
      print: ([, office = '中国国家版本馆CIP数据核字', year, number]) => `${office}（${year}）第${number}号`,
    },
  },
  责任者: { name: 'responsibility' },
  主题词: { name: 'subject' },
  分类号: { name: 'classification', form: { pattern: /^[A-Z][A-Z\d.\-+/:=()]*$/u, example: 'Z524.24' } },
  准印证: { name: 'licence' },
  审图号: { name: 'mapApproval' },
  主编: { name: 'editorInChief' },
  责任编辑: { name: 'editor' },
  责任校对: { name: 'proofreader' },
  装帧设计: { name: 'designer' },
  责任印制: { name: 'printSupervisor' },
  出版社: { name: 'publisher' },
  出版地: { name: 'place' },
  地址: { name: 'address' },
  邮编: { name: 'postcode', form: { pattern: /^\d{6}$/u, example: '100021' } },
  网址: { name: 'website' },
  电话: { name: 'telephone' },
  排版: { name: 'typesetter' },
  印刷: { name: 'printer' },
  经销: { name: 'distributor' },
  开本: { name: 'format' },
  印张: {
    name: 'sheets',
    form: { pattern: /^(\d+(?:\.\d+)?)(?:印张)?$/u, example: '22.5', print: ([, count]) => count ?? '' },
  },
  插页: { name: 'inserts' },
  字数: {
    name: 'characters',
    form: { pattern: /^(\d+(?:\.\d+)?)(?:千字)?$/u, example: '560千字', print: ([, count]) => `${count}千字` },
  },
  版次: { name: 'edition', form: { pattern: new RegExp(`^${DATE}第\\d+版$`, 'u'), example: '2022年12月第1版' } },
  印次: {
    name: 'impression',
    form: {
      pattern: new RegExp(`^(${DATE}第\\d+次)(?:印刷)?$`, 'u'),
      example: '2022年12月第1次印刷',
      print: ([, words]) => `${words}印刷`,
    },
  },
  印数: { name: 'copies' },
  定价: {
    name: 'price',
    form: {
      pattern: /^(\d+(?:\.\d{1,2})?)\s*元?$/u,
      example: '198.00元',
      print: ([, yuan]) => `${Number(yuan).toFixed(2)}元`,
    },
  },
  声明: { name: 'statement' },
};

/** Whether a key belongs below 版权: who writes it elsewhere is told so. */
export function isImprintKey(key: string): boolean {
  return Object.hasOwn(FIELDS, key);
}

/** Reads what stands under 版权. */
export function readImprint(value: YamlValue, report: Report): Imprint {
  if (value.kind !== 'mapping') {
    const remedy = '写成几行：第一行“版权:”，以下各行缩进两格，例如“  出版社: 某某出版社”';
    report('settings-type', value.position, '“版权”下面应当另起一行，一行写一项', remedy);
    return {};
  }
  const imprint: Imprint = {};
  for (const { key, keyPosition, value: each } of value.pairs) {
    const field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
    if (!field) {
      const remedy = remedyForUnknown(key, Object.keys(FIELDS));
      report('settings-unknown-key', keyPosition, `不认识“版权.${key}”`, remedy);
    } else if (each.kind === 'empty') {
      report('settings-empty', each.position, `“版权.${key}”后面没有内容`, '写上内容，或者删去这一行');
    } else {
      const text = readField(key, field, each, report);
      if (text !== undefined) imprint[field.name] = text;
    }
  }
  return imprint;
}

function readField(key: string, { name, form }: ImprintField, value: YamlValue, report: Report): string | undefined {
  const text = textOf(key, value, report);
  if (text === undefined || !form) return text;
  const match = form.pattern.exec(text);
  if (!match) {
    report('settings-value', value.position, `“版权.${key}”不能是“${text}”`, `写成 ${key}: ${form.example} 的样子`);
    return undefined;
  }
  const printed = form.print?.(match) ?? text;
  const fault = name === 'isbn' ? faultOfIsbn(printed) : undefined;
  if (fault) report('settings-isbn', value.position, fault.reason, fault.remedy);
  return fault ? undefined : printed;
}
