/**
 * 版权页, by GB/T 12450—2001: the statement of rights above, the CIP data below it, the record of the edition (版本记录)
 * at the foot. What book.yaml does not say is left out.
 */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { measuresOf } from '../../design/measures.js';
import { TRIM_SIZES } from '../../design/trim-sizes.js';
import type { VolumeSettings } from '../../tree/nodes.js';
import { padName } from '../names.js';
import { cipBlock } from './cip-block.js';
import { formatOf, inThousands, layoutCharacters, PAPERS, printedSheets } from './imprint-figures.js';
import { plainTitle } from './title-lines.js';

/** A field of the record: its name, its text, and whether two such fields share a line. */
export type RecordField = [name: string, text: string, half?: 'half'];

/** The page and its text, in order. */
export function imprintPage(settings: VolumeSettings, pages: number): { element: Element; texts: string[] } {
  const statement = settings.imprint?.statement;
  const cip = cipBlock(settings);
  const record = imprintRecord(settings, pages);
  const element = h('div', { className: ['imprint-page'] }, [
    statement ? h('p', { className: ['statement'] }, statement) : undefined,
    cip.length > 0 ? h('div', { className: ['cip'] }, cip.map(renderCip)) : undefined,
    h('dl', record.flatMap(renderField)),
  ]);
  return {
    element,
    texts: [...(statement ? [statement] : []), ...cip.flat(), ...record.map(([name, value]) => `${name}${value}`)],
  };
}

function renderCip(lines: string[]): Element {
  return h(
    'div',
    lines.map((line) => h('p', line)),
  );
}

function renderField([name, text, half]: RecordField): Element[] {
  const className = half ?? 'whole';
  return [
    h('dt', { className: [className, `of-${[...name].length}`] }, spreadLabel(name)),
    h('dd', { className: [className] }, text),
  ];
}

/** Names of two characters are set as wide as those of four: 印张 → 印　　张. */
function spreadLabel(name: string): string {
  return padName(name).replace('\u3000', '\u3000\u3000');
}

/** The fields of the record that have something to say, in the order of the standard. */
export function imprintRecord(settings: VolumeSettings, pages: number): RecordField[] {
  const { title, number, sponsor, compiler, trim, imprint = {} } = settings;
  const { address, postcode, place } = imprint;
  const paper = PAPERS[trim];
  const { widthMm, heightMm } = TRIM_SIZES[trim];
  const all: [name: string, text: string | undefined, half?: 'half'][] = [
    ['书名', `${plainTitle(title)}（${number}）`],
    ['主办', sponsor],
    ['编纂', compiler],
    ['主编', imprint.editorInChief],
    ['责任编辑', imprint.editor, 'half'],
    ['责任校对', imprint.proofreader, 'half'],
    ['装帧设计', imprint.designer, 'half'],
    ['责任印制', imprint.printSupervisor, 'half'],
    ['出版', imprint.publisher],
    ['地址', address ?? place],
    ['邮编', postcode, 'half'],
    ['电话', imprint.telephone, 'half'],
    ['网址', imprint.website],
    ['排版', imprint.typesetter],
    ['印刷', imprint.printer],
    ['经销', imprint.distributor],
    ['开本', imprint.format ?? formatOf(paper), 'half'],
    ['成品尺寸', `${widthMm}毫米×${heightMm}毫米`, 'half'],
    ['印张', imprint.sheets ?? String(printedSheets(pages, paper.leaves)), 'half'],
    ['字数', imprint.characters ?? inThousands(layoutCharacters(measuresOf(settings).area, pages)), 'half'],
    ['插页', imprint.inserts],
    ['版次', imprint.edition, 'half'],
    ['印次', imprint.impression, 'half'],
    ['印数', imprint.copies, 'half'],
    ['定价', imprint.price, 'half'],
    ['书号', imprint.isbn && `ISBN\u00A0${imprint.isbn}`],
    ['准印证', imprint.licence],
    ['审图号', imprint.mapApproval],
  ];
  return all.filter((field): field is RecordField => field[1] !== undefined);
}
