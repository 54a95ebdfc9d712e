/** One manuscript: bytes in, a tree and what there is to say about it out. Pure: no disk, no clock. */
import { toString as plainText } from 'mdast-util-to-string';
import type { Message } from '../tree/message.js';
import type { Genre, Manuscript, ManuscriptContent } from '../tree/nodes.js';
import { checkConservation } from './conservation.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { readArticle } from './genre/article.js';
import { readChronicle } from './genre/chronicle.js';
import { readDocument } from './genre/document.js';
import { readEntries } from './genre/entry.js';
import { readRoster } from './genre/roster.js';
import { type Outline, outline } from './outline.js';
import { readPlates } from './photos/plates.js';
import { type Change, Reading } from './reading.js';
import { relocate } from './relocate.js';
import { decodeText } from './text/encoding.js';
import { removeInvisible } from './text/invisible.js';
import { parseMarkdown, prepareMarkdown } from './text/markdown.js';

export interface ManuscriptResult {
  /** Absent when it cannot be told what the manuscript is (no 类目, unknown 体裁) or the bytes are no text. */
  manuscript?: Manuscript;
  messages: Message[];
  changes: Change[];
}

/** 体裁 → its reader. 条目 also has to know whether the front matter gives a 分目. */
const READERS: Record<Genre, (reading: Reading, top: Outline, named: boolean) => ManuscriptContent[]> = {
  条目: readEntries,
  文章: readArticle,
  大事记: readChronicle,
  名录: readRoster,
  文件: readDocument,
  彩页: readPlates,
};

/**
 * Reads a manuscript.
 *
 * @param file path relative to the volume folder, with `/`: for messages and photo paths
 * @param bytes the file as it lies on disk
 * @param id `p05m02`, the head of every id in it
 */
export async function readManuscript(file: string, bytes: Uint8Array, id: string): Promise<ManuscriptResult> {
  const { text, encoding } = decodeText(bytes);
  if (text === undefined) {
    const remedy =
      '用文字编辑器打开，另存为 UTF-8；如果是 Word 文件，在 Word 里另存为纯文本（UTF-8），再照写稿须知排好';
    const message: Message = {
      severity: 'error',
      rule: 'encoding-unknown',
      file,
      reason: '文件的编码认不出来',
      remedy,
    };
    return { messages: [message], changes: [] };
  }
  const cleaned = removeInvisible(text, file);
  const reading = new Reading(file, id, cleaned.text);
  if (encoding === 'GB18030') {
    const where = { line: 1, column: 1 };
    reading.warning(
      'encoding-gb18030',
      where,
      '文件是 GB18030（旧的 Windows 中文）编码，已按此读入',
      '核对有无乱码，最好另存为 UTF-8',
    );
  }
  const manuscript = await readSource(reading);
  relocate(cleaned, manuscript, reading.messages, reading.changes);
  return {
    ...(manuscript && { manuscript }),
    messages: [...cleaned.messages, ...reading.messages],
    changes: [...cleaned.changes, ...reading.changes],
  };
}

async function readSource(reading: Reading): Promise<Manuscript | undefined> {
  const front = readFrontMatter(reading);
  if (!front) return undefined;
  const body = blank(reading.source, front.bodyOffset);
  await prepareMarkdown(body);
  const root = parseMarkdown(body);
  const top = outline(reading, root);
  const lifted = liftOwnSubcategory(front, top);
  checkTwoSubcategories(reading, front, top);
  const children = READERS[front.genre](reading, top, front.fields.subcategory !== undefined);
  const manuscript: Manuscript = {
    type: 'manuscript',
    id: reading.id,
    file: reading.file,
    genre: front.genre,
    ...front.fields,
    category: front.category,
    opensSubcategory: lifted,
    children,
    position: wholeFile(reading.source),
  };
  if (children.length === 0) {
    reading.warning('manuscript-empty', { line: 1, column: 1 }, '稿件没有正文', '写上正文，或者删去这个文件');
  }
  const sound = !reading.messages.some((message) => message.severity === 'error');
  if (sound) checkConservation(reading, root, front.bodyOffset, manuscript, lifted);
  return manuscript;
}

/** A 分目 in the front matter and another in the first `##`: the first would be a heading with nothing under it. */
function checkTwoSubcategories(reading: Reading, { genre, fields }: FrontMatter, top: Outline): void {
  const first = top.sections[0];
  const name = fields.subcategory;
  if (genre !== '条目' || !name || top.content.length > 0 || first?.depth !== 2) return;
  const heading = plainText(first.heading).trim();
  if (heading === name.value) return;
  const reason = `分目写了两个：开头是“${name.value}”，正文第一个标题是“${heading}”，前一个下面没有内容`;
  reading.warning('subcategory-twice', name.position, reason, '删去开头的“分目”一行，或者改成一样');
}

/** The front matter as blanks, so that the places of the body stay those of the file. */
function blank(source: string, bodyOffset: number): string {
  return source.slice(0, bodyOffset).replace(/[^\n\r]/g, ' ') + source.slice(bodyOffset);
}

/**
 * Where the first `##` of a document, an article … says the 分目 of the front matter once more, it is that heading:
 * its content moves up, and the manuscript opens the 分目. In 条目 manuscripts `##` is the 分目 anyway.
 */
function liftOwnSubcategory(front: FrontMatter, top: Outline): boolean {
  const first = top.sections[0];
  const name = front.fields.subcategory?.value;
  if (front.genre === '条目' || name === undefined || first?.depth !== 2 || top.content.length > 0) return false;
  if (plainText(first.heading).trim() !== name) return false;
  top.content = first.content;
  top.sections = [...first.sections, ...top.sections.slice(1)];
  return true;
}

function wholeFile(source: string): Manuscript['position'] {
  const lines = source.split(/\r\n|\r|\n/);
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: source.length };
  return { start: { line: 1, column: 1, offset: 0 }, end };
}
