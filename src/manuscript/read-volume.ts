/** A volume folder → the volume tree, with every message of every manuscript. */
import { readFile } from 'node:fs/promises';
import type { Message } from '../tree/message.js';
import type { Manuscript, Part, Volume } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { cause, type ManuscriptFile, type OpenedVolume, openVolume, type PartFolder } from '../volume/open.js';
import { SETTINGS_FILE } from '../volume/settings.js';
import { remedyForUnknown } from '../volume/suggest.js';
import { cacheKey, fromCache, toCache } from './cache.js';
import { sortMessages } from './message-order.js';
import { peekCategory } from './peek-category.js';
import type { ManuscriptResult } from './read-manuscript.js';
import type { Change } from './reading.js';

export interface ReadOptions {
  /** Folder for parsed manuscripts; without it everything is parsed. */
  cache?: string;
  /** Titles of the 类目 to read; the others are left out of the volume. */
  only?: readonly string[];
}

export interface ReadResult {
  /**
   * Absent when there is no volume to speak of: no folder, no usable book.yaml. A manuscript with errors is in the
   * volume as far as it could be read, so whoever prints looks at the messages first.
   */
  volume?: Volume;
  /** Sorted by file and line. */
  messages: Message[];
  /** What normalization changed, in the order of the volume. */
  changes: Change[];
}

/** The 类目 that holds the front matter of the book. */
const FRONT = '卷首';

interface Loaded {
  file: ManuscriptFile;
  bytes?: Uint8Array;
  category?: string;
}

interface LoadedPart {
  folder: PartFolder;
  manuscripts: Loaded[];
  /** The 类目 of the first manuscript that names one. */
  title?: string;
}

/** Reads a volume. Never throws for bad input: what is wrong is in `messages`. */
export async function readVolume(folder: string, options: ReadOptions = {}): Promise<ReadResult> {
  const opened = await openVolume(folder);
  const messages = [...opened.messages];
  const changes: Change[] = [];
  const loaded = await Promise.all(opened.parts.map((part) => loadPart(part, messages)));
  checkTitles(loaded, messages);
  checkNamedParts(opened, loaded, options.only ?? [], messages);
  const wanted = loaded.filter(
    (part) => !options.only?.length || (part.title !== undefined && options.only.includes(part.title)),
  );
  const parts: Part[] = [];
  for (const part of wanted) {
    const results = await Promise.all(part.manuscripts.map((item) => readOne(part.folder, item, options.cache)));
    for (const result of results) {
      messages.push(...result.messages);
      changes.push(...result.changes);
    }
    const manuscripts = results.flatMap((result) => (result.manuscript ? [result.manuscript] : []));
    openSubcategories(manuscripts);
    if (part.title !== undefined && opened.settings)
      parts.push(makePart(opened.settings, part.folder, part.title, manuscripts));
  }
  const { settings } = opened;
  const volume: Volume | undefined = settings && {
    type: 'volume',
    folder: opened.folder,
    settings,
    readings: opened.readings,
    indexRules: opened.indexRules,
    children: parts,
  };
  return { ...(volume && { volume }), messages: sortMessages(messages), changes };
}

function makePart(settings: Volume['settings'], folder: PartFolder, title: string, children: Manuscript[]): Part {
  return {
    type: 'part',
    id: `p${folder.number}`,
    title,
    role: title === FRONT ? 'front' : 'body',
    folder: folder.folder,
    start: settings.start,
    indexed: !settings.index.excluded.includes(title),
    children,
  };
}

async function loadPart(folder: PartFolder, messages: Message[]): Promise<LoadedPart> {
  const manuscripts = await Promise.all(folder.files.map((file) => load(file, messages)));
  const title = manuscripts.find((item) => item.category !== undefined)?.category;
  return { folder, manuscripts, ...(title !== undefined && { title }) };
}

async function load(file: ManuscriptFile, messages: Message[]): Promise<Loaded> {
  try {
    const bytes = await readFile(file.path);
    const category = peekCategory(bytes);
    return { file, bytes, ...(category !== undefined && { category }) };
  } catch (problem) {
    const remedy = '检查它是不是普通文件、有没有读取权限';
    messages.push({
      severity: 'error',
      rule: 'file-unreadable',
      file: file.file,
      reason: `稿件打不开${cause(problem)}`,
      remedy,
    });
    return { file };
  }
}

async function readOne(
  part: PartFolder,
  { file, bytes }: Loaded,
  cache: string | undefined,
): Promise<ManuscriptResult> {
  if (!bytes) return { messages: [], changes: [] };
  const id = `p${part.number}m${file.number}`;
  const key = cache === undefined ? '' : cacheKey(file.file, id, bytes);
  const kept = cache === undefined ? undefined : await fromCache(cache, key);
  if (kept) return kept;
  // The parser is heavy: it is loaded only when there is something to parse.
  const { readManuscript } = await import('./read-manuscript.js');
  const result = await readManuscript(file.file, bytes, id);
  if (cache !== undefined) await toCache(cache, key, result);
  return result;
}

/** One folder, one 类目; one 类目, one folder; 卷首 first. */
function checkTitles(parts: readonly LoadedPart[], messages: Message[]): void {
  const folders = new Map<string, string>();
  const error = (rule: string, file: string, reason: string, remedy: string, line?: number): void => {
    messages.push({ severity: 'error', rule, file, ...(line && { line, column: 1 }), reason, remedy });
  };
  parts.forEach(({ folder, manuscripts, title }, index) => {
    if (title === undefined) return;
    for (const { file, category } of manuscripts) {
      if (category === undefined || category === title) continue;
      const reason = `类目“${category}”与同一文件夹里的“${title}”不同`;
      error('category-mixed', file.file, reason, '一个文件夹里的稿件写同一个类目；属于别的类目就移到那个文件夹', 2);
    }
    const other = folders.get(title);
    if (other)
      error(
        'category-split',
        folder.folder,
        `类目“${title}”已经在文件夹“${other}”里`,
        '同一类目的稿件放进同一个文件夹',
      );
    else folders.set(title, folder.folder);
    if (title === FRONT && index > 0)
      error('front-not-first', folder.folder, '“卷首”不是第一个文件夹', '把它的编号改成最小的，例如“01-卷首”');
  });
}

/** 索引.不收 of book.yaml and the titles asked for must exist. */
function checkNamedParts(
  opened: OpenedVolume,
  parts: readonly LoadedPart[],
  only: readonly string[],
  messages: Message[],
): void {
  const titles = parts.flatMap((part) => part.title ?? []);
  if (titles.length === 0) return;
  for (const [title, { start }] of opened.excludedAt) {
    if (titles.includes(title)) continue;
    messages.push({
      severity: 'error',
      rule: 'settings-unknown-category',
      file: SETTINGS_FILE,
      line: start.line,
      column: start.column,
      reason: `“索引.不收”里的“${title}”不是这一卷的类目`,
      remedy: remedyForUnknown(title, titles),
    });
  }
  for (const title of only) {
    if (titles.includes(title)) continue;
    const remedy = remedyForUnknown(title, titles);
    messages.push({
      severity: 'error',
      rule: 'only-unknown-category',
      file: opened.folder,
      reason: `这一卷没有类目“${title}”`,
      remedy,
    });
  }
}

/** A 分目 of the front matter is printed where it begins: not again while the manuscripts stay in it. */
function openSubcategories(manuscripts: readonly Manuscript[]): void {
  let current: string | undefined;
  for (const manuscript of manuscripts) {
    const own = manuscript.subcategory?.value;
    const headings = manuscript.children.flatMap((child) =>
      child.type === 'subcategory' ? [phrasingText(child.title)] : [],
    );
    if (own !== undefined && !headings.includes(own) && own !== current) manuscript.opensSubcategory = true;
    current = headings.at(-1) ?? own;
  }
}
