/** A page read from end to end: everything it paints, and what could not be read. */
import { PdfStream } from '../../press/pdf/values.js';
import { IDENTITY } from '../../press/text/matrix.js';
import type { Archive } from '../file/archive.js';
import { type Page, trimOf } from '../file/pages.js';
import { spaceReader } from './colour-space.js';
import type { ContentFont } from './font.js';
import { initialState } from './graphics-state.js';
import type { Mark } from './mark.js';
import { addProblem, type PageReading, type Problem, type Session } from './reading.js';
import { readStream } from './stream.js';

export interface Survey {
  page: Page;
  marks: readonly Mark[];
  problems: readonly Problem[];
  fonts: ReadonlySet<ContentFont>;
  /** Forms with a transparency group. */
  groups: ReadonlySet<number>;
  rgbOperators: number;
}

/** Steps (tokens) for one page, and for a file: a dense page of a yearbook takes 20,000. */
const PAGE_BUDGET = 12_000_000;
const FILE_BUDGET = 150_000_000;

export function surveySession(archive: Archive): Session {
  return { archive, spaces: spaceReader(archive), fonts: new Map(), glyphs: new Set(), budget: FILE_BUDGET };
}

export function surveyPage(session: Session, page: Page): Survey {
  const reading: PageReading = {
    session,
    page: page.number,
    marks: [],
    problems: [],
    fonts: new Set(),
    groups: new Set(),
    rgbOperators: 0,
    visited: new Set(),
    open: new Set(),
    budget: PAGE_BUDGET,
    read: (bytes, resources, start) => readStream(reading, bytes, resources, start),
  };
  const content = contentOf(reading, page);
  readStream(reading, content, page.resources, {
    within: { kind: 'page', object: page.object, parent: undefined },
    graphics: initialState(IDENTITY, page.media ?? trimOf(page)),
    colourless: false,
    placedAt: undefined,
  });
  const { marks, problems, fonts, groups, rgbOperators } = reading;
  return { page, marks, problems, fonts, groups, rgbOperators };
}

/** The streams of a page are one stream, cut anywhere between tokens (7.8.2). */
function contentOf(reading: PageReading, page: Page): Uint8Array {
  const { archive } = reading.session;
  const contents = archive.resolve(page.dict.get('Contents'));
  const list = Array.isArray(contents) ? contents : [page.dict.get('Contents') ?? null];
  const pieces: Uint8Array[] = [];
  for (const value of list.slice(0, 10_000)) {
    if (reading.session.budget < 0) {
      addProblem(reading, '内容过多，没有查完', true);
      break;
    }
    const stream = archive.resolve(value);
    const object = archive.numberOf(value);
    if (!(stream instanceof PdfStream)) {
      if (stream !== null || object !== undefined) addProblem(reading, '页面的内容流读不出来', true, object);
      continue;
    }
    const { bytes, packed, broken } = archive.unpack(stream);
    if (packed) {
      addProblem(reading, `页面的内容流解不开（${packed}）`, true, object);
      continue;
    }
    if (broken) {
      archive.damage.add('stream', `数据流 ${object ?? '?'} 损坏`, object);
      addProblem(reading, '页面的内容流损坏', true, object);
    }
    pieces.push(bytes, Buffer.from('\n'));
  }
  return Buffer.concat(pieces);
}
