/**
 * The objects of a page as the press wants them: contents, forms, patterns, gradients, glyph procedures, states and
 * images, each converted once however many pages draw it. Fonts and everything else that has no colour stay as they are.
 */
import { PATTERN_SPACE, pressContent } from '../ink/content.js';
import { type ImageNature, natureOf, ownImage } from '../ink/image.js';
import type { Inks } from '../ink/inks.js';
import { OVERPRINT_STATES } from '../ink/overprint.js';
import { pressShading } from '../ink/shading.js';
import { readSpace } from '../ink/spaces.js';
import type { PdfFile } from '../pdf/pdf-file.js';
import { dict, name, type PdfDict, PdfRef, PdfStream, type PdfValue } from '../pdf/values.js';
import { fontName, nameOf } from '../text/font.js';
import { addNotes, type Notes, note } from './findings.js';
import { pressState } from './graphics-state.js';

/** An image that is to be converted, and where it belongs. */
export interface WaitingImage {
  number: number;
  image: PdfStream;
  nature: ImageNature;
}

export interface PressObjects {
  /** By object number: what takes the place of the old objects, and new ones. Streams are not packed yet. */
  objects: Map<number, PdfValue>;
  images: WaitingImage[];
  /** Puts a new object among the others. */
  add(value: PdfValue): PdfRef;
  /** Converts what a page draws. */
  page(contents: Uint8Array, resources: PdfDict): { contents: PdfRef; resources: PdfDict; notes: Notes };
}

/** @param firstNumber the first object number that is not in use */
export function openPressObjects(file: PdfFile, inks: Inks, firstNumber: number): PressObjects {
  const objects = new Map<number, PdfValue>();
  const images: WaitingImage[] = [];
  /** What the objects that are done, or being done, have to say. */
  const done = new Map<number, Notes>();
  const shared = new Map<PdfDict, { resources: PdfDict; notes: Notes }>();
  let next = firstNumber;

  const add = (value: PdfValue): PdfRef => {
    const number = next++;
    objects.set(number, value);
    return new PdfRef(number);
  };
  const overprint = new Map([...OVERPRINT_STATES].map(([key, state]) => [key, add(state)]));

  /** Streams inside other values become objects of their own. */
  const hoist = (value: PdfValue): PdfValue => {
    if (value instanceof PdfStream) return add(value);
    if (Array.isArray(value)) return value.map(hoist);
    return value instanceof Map ? new Map([...value].map(([key, each]) => [key, hoist(each)])) : value;
  };

  /** Converts each of the named resources of one kind; `convert` gives what takes its place. */
  const eachOf = (
    resources: PdfDict,
    kind: string,
    notes: Notes,
    convert: (value: PdfValue, notes: Notes, ref?: PdfRef) => PdfValue | undefined,
  ): PdfDict => {
    const converted: PdfDict = new Map();
    for (const [named, value] of file.dict(resources.get(kind))) {
      if (!(value instanceof PdfRef)) {
        const own = convert(file.resolve(value), notes);
        if (own !== undefined) converted.set(named, hoist(own));
        continue;
      }
      let said = done.get(value.number);
      if (!said) {
        said = new Map();
        done.set(value.number, said);
        const own = convert(file.resolve(value), said, value);
        if (own !== undefined && own !== file.resolve(value)) {
          objects.set(value.number, own instanceof PdfStream ? withHoisted(own) : hoist(own));
        }
      }
      addNotes(notes, said);
      converted.set(named, value);
    }
    return converted;
  };
  const withHoisted = (stream: PdfStream): PdfStream => new PdfStream(hoist(stream.dict) as PdfDict, stream.bytes);

  const content = (bytes: Uint8Array, resources: PdfDict, begins: 'black' | 'as-drawn', notes: Notes) => {
    const states = file.dict(resources.get('ExtGState'));
    const inline: [string, PdfRef][] = [];
    const written = pressContent(
      bytes,
      {
        inks,
        space: (value) => readSpace(file, value, resources),
        keepsState: (named) => pressState(file, file.dict(states.get(named))).entries.size > 0,
        inlineImage(image) {
          const own = ownImage(image);
          const nature = natureOf(file, own, resources);
          if (nature.space.kind === 'grey' && !nature.refused) return undefined;
          const ref = add(own);
          waitFor(ref.number, own, nature, notes);
          const named = `NJImage${inline.length}`;
          inline.push([named, ref]);
          return named;
        },
      },
      begins,
    );
    for (const [colour, count] of written.foreign) note(notes, 'ink', colour, count);
    for (const space of written.spaces) note(notes, 'space', space);
    const converted = pressResources(resources, notes);
    const drawn = new Map([...(converted.get('XObject') as PdfDict), ...inline]);
    return { bytes: written.bytes, resources: withoutEmpty(new Map(converted).set('XObject', drawn)) };
  };

  const waitFor = (number: number, image: PdfStream, nature: ImageNature, notes: Notes): void => {
    if (nature.refused) note(notes, 'space', `图片（${nature.refused}）`);
    else images.push({ number, image, nature });
    if (nature.transparent) note(notes, 'flattened', '图片');
  };

  const pressResources = (resources: PdfDict, notes: Notes): PdfDict => {
    const known = shared.get(resources);
    if (known) {
      addNotes(notes, known.notes);
      return known.resources;
    }
    const said: Notes = new Map();
    const states = eachOf(resources, 'ExtGState', said, (value, own) => {
      const { entries, transparency } = pressState(file, file.dict(value));
      for (const each of transparency) note(own, 'transparency', each);
      const mask = file.dict(entries.get('SMask'));
      if (mask.size > 0) entries.set('SMask', pressMask(mask, resources, own));
      return entries.size > 0 ? entries : undefined;
    });
    for (const [named, value] of states) if (isEmptyState(value)) states.delete(named);
    const converted: PdfDict = new Map<string, PdfValue>([
      ['ExtGState', new Map([...states, ...overprint])],
      ['ColorSpace', pressSpaces(resources, said)],
      ['Font', eachOf(resources, 'Font', said, pressFont)],
      ['XObject', eachOf(resources, 'XObject', said, (value, own, ref) => pressXObject(value, own, resources, ref))],
      ['Pattern', eachOf(resources, 'Pattern', said, pressPattern)],
      ['Shading', eachOf(resources, 'Shading', said, (value, own) => gradient(file.dict(value), resources, own))],
      ['Properties', file.dict(resources.get('Properties'))],
    ]);
    shared.set(resources, { resources: converted, notes: said });
    addNotes(notes, said);
    return converted;
  };
  const isEmptyState = (value: PdfValue): boolean =>
    value instanceof PdfRef && pressState(file, file.dict(value)).entries.size === 0;

  /** Spaces of spots and CMYK keep their names; those of RGB and grey are no longer called. */
  const pressSpaces = (resources: PdfDict, notes: Notes): PdfDict => {
    const kept: PdfDict = new Map();
    for (const [named, value] of file.dict(resources.get('ColorSpace'))) {
      const space = readSpace(file, value, resources);
      if (space.kind === 'foreign') note(notes, 'space', space.name);
      if (space.kind === 'spot') kept.set(named, value);
      if (space.kind === 'pattern' && space.under) kept.set(PATTERN_SPACE, [name('Pattern'), name('DeviceCMYK')]);
    }
    return kept;
  };

  const pressFont = (value: PdfValue, notes: Notes): PdfValue => {
    const font = file.dict(value);
    if (nameOf(file, font.get('Subtype')) !== 'Type3') return value;
    note(notes, 'type3', fontName(file, font) || 'Type 3');
    const resources = file.dict(font.get('Resources'));
    const procedures: PdfDict = new Map();
    let drawn = resources;
    for (const [glyph, procedure] of file.dict(font.get('CharProcs'))) {
      const stream = file.resolve(procedure);
      if (!(stream instanceof PdfStream)) continue;
      const written = content(file.decode(stream), resources, 'as-drawn', notes);
      drawn = written.resources;
      procedures.set(glyph, add(new PdfStream(new Map(), written.bytes)));
    }
    return new Map(font).set('CharProcs', procedures).set('Resources', drawn);
  };

  const pressXObject = (value: PdfValue, notes: Notes, outer: PdfDict, ref?: PdfRef): PdfValue | undefined => {
    if (!(value instanceof PdfStream)) return undefined;
    if (nameOf(file, value.dict.get('Subtype')) !== 'Form') {
      // The old image stands in its place until all are converted.
      waitFor(ref?.number ?? add(value).number, value, natureOf(file, value, outer), notes);
      return value;
    }
    const resources = value.dict.has('Resources') ? file.dict(value.dict.get('Resources')) : outer;
    const written = content(file.decode(value), resources, 'as-drawn', notes);
    const entries = plainForm(value.dict, written.resources);
    if (value.dict.has('Group')) note(notes, 'transparency', '透明组');
    return new PdfStream(entries, written.bytes);
  };
  const plainForm = (form: PdfDict, resources: PdfDict): PdfDict => {
    const entries = new Map(form).set('Resources', resources);
    for (const key of ['Filter', 'StructParent', 'StructParents', 'Metadata', 'PieceInfo', 'OC', 'Ref'])
      entries.delete(key);
    const group = file.dict(form.get('Group'));
    if (group.size > 0) entries.set('Group', new Map(group).set('CS', name('DeviceCMYK')));
    return entries;
  };

  /** The form that a soft mask is made of; its colours are read for their lightness. */
  const pressMask = (mask: PdfDict, outer: PdfDict, notes: Notes): PdfDict => {
    const form = pressXObject(file.resolve(mask.get('G')), notes, outer);
    const entries = new Map(mask);
    entries.delete('BC');
    return form ? entries.set('G', form) : entries;
  };

  const pressPattern = (value: PdfValue, notes: Notes): PdfValue => {
    const pattern = file.dict(value);
    if (value instanceof PdfStream) {
      const resources = file.dict(pattern.get('Resources'));
      const coloured = file.resolve(pattern.get('PaintType')) !== 2;
      const written = content(file.decode(value), resources, coloured ? 'black' : 'as-drawn', notes);
      return new PdfStream(plainForm(pattern, written.resources), written.bytes);
    }
    const shading = gradient(file.dict(pattern.get('Shading')), new Map(), notes);
    const entries = new Map(pattern).set('Shading', shading);
    const state = pressState(file, file.dict(pattern.get('ExtGState')));
    for (const each of state.transparency) note(notes, 'transparency', each);
    if (state.entries.size > 0) entries.set('ExtGState', state.entries);
    else entries.delete('ExtGState');
    return entries;
  };

  const gradient = (shading: PdfDict, resources: PdfDict, notes: Notes): PdfValue => {
    const { value, foreign, sampled, refused } = pressShading(file, shading, resources, inks);
    for (const colour of foreign) note(notes, 'ink', colour);
    if (sampled) note(notes, 'sampled', sampled);
    if (refused) note(notes, 'space', `渐变（${refused}）`);
    return value;
  };

  return {
    objects,
    images,
    add,
    page(contents, resources) {
      const notes: Notes = new Map();
      const written = content(contents, resources, 'black', notes);
      return { contents: add(new PdfStream(dict({}), written.bytes)), resources: written.resources, notes };
    },
  };
}

/** The kinds of resources that hold something. */
function withoutEmpty(resources: PdfDict): PdfDict {
  return new Map([...resources].filter(([, value]) => !(value instanceof Map) || value.size > 0));
}
