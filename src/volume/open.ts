/** Opening a volume folder: its settings and the list of its manuscripts, in the order of their numbers. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { IndexRule } from '../tree/index-rules.js';
import type { GivenReading } from '../tree/index-sources.js';
import type { Message } from '../tree/message.js';
import type { VolumeSettings } from '../tree/nodes.js';
import { DISMISSALS_FILE, readDismissals } from './dismissals-file.js';
import { INDEX_RULES_FILE, readIndexRules } from './index-rules-file.js';
import { READINGS_FILE, readReadings } from './readings-file.js';
import { readSettings, SETTINGS_FILE, type SettingsResult } from './settings.js';

/** A numbered folder of manuscripts: one 类目. */
export interface PartFolder {
  /** The number as typed, `05`. */
  number: string;
  /** Folder name, relative to the volume folder. */
  folder: string;
  files: ManuscriptFile[];
}

export interface ManuscriptFile {
  /** The number as typed, `02`. */
  number: string;
  /** Path relative to the volume folder, with `/`. */
  file: string;
  /** Absolute path. */
  path: string;
}

export interface OpenedVolume {
  /** Absolute path of the volume folder. */
  folder: string;
  settings?: VolumeSettings;
  /** Where each title of 索引.不收 stands in book.yaml. */
  excludedAt: SettingsResult['excludedAt'];
  /** 索引.yaml */
  indexRules: IndexRule[];
  /** 读音.yaml */
  readings: GivenReading[];
  parts: PartFolder[];
  messages: Message[];
}

const NUMBERED = /^(\d+)[-－—_.、 ]?(.*)$/;
/** What editors' tools leave behind, and what belongs to manuscripts without being one. */
const IGNORED =
  /^(\.|~\$)|^(Thumbs\.db|desktop\.ini|photos|照片|图片|README\.md|索引\.yaml|读音\.yaml|读音锁定\.yaml|已核\.yaml)$|~$/i;
/** Files that work beside book.yaml alone, and the rule that says so elsewhere. */
const MISPLACED: Readonly<Record<string, string>> = {
  [INDEX_RULES_FILE]: 'index-rules-misplaced',
  [READINGS_FILE]: 'readings-misplaced',
  [DISMISSALS_FILE]: 'dismissals-misplaced',
};
const WORD_PROCESSOR = /\.(docx?|wps|txt|rtf|xlsx?|et|pptx?|pdf)$/i;

/** Opens a volume folder. Never throws for bad input: what is wrong with it is in `messages`. */
export async function openVolume(folder: string): Promise<OpenedVolume> {
  const root = path.resolve(folder);
  const messages: Message[] = [];
  const opened: OpenedVolume = {
    folder: root,
    excludedAt: new Map(),
    indexRules: [],
    readings: [],
    parts: [],
    messages,
  };
  const info = await stat(root).catch((error: NodeJS.ErrnoException) => error);
  if (info instanceof Error || !info.isDirectory()) {
    messages.push(folderMessage(folder, info instanceof Error ? info : undefined));
    return opened;
  }
  const [settings, rules, readings, names] = await Promise.all([
    openSettings(root),
    openBeside(root, INDEX_RULES_FILE, 'index-rules', readIndexRules),
    openBeside(root, READINGS_FILE, 'readings', readReadings),
    list(root, '', messages),
  ]);
  messages.push(...settings.messages, ...rules.messages, ...readings.messages);
  opened.indexRules = rules.rules;
  opened.readings = readings.readings;
  opened.excludedAt = settings.excludedAt;
  if (settings.settings) opened.settings = settings.settings;
  const folders = names.filter((entry) => !IGNORED.test(entry.name) && entry.name !== SETTINGS_FILE);
  const parts = await Promise.all(folders.map((entry) => openPart(root, entry, messages)));
  opened.parts = inOrder(
    parts.filter((part) => part !== undefined),
    (part) => part.folder,
    messages,
  );
  if (names.length > 0 && opened.parts.length === 0) {
    messages.push(error('volume-empty', '.', '卷里没有带编号的类目文件夹', '建立文件夹，例如“01-卷首”“02-特载”'));
  }
  return opened;
}

function folderMessage(folder: string, problem?: NodeJS.ErrnoException): Message {
  const remedy = '写出卷所在的文件夹，例如 manuscripts/2022';
  if (!problem) return error('volume-not-folder', folder, '这不是文件夹', remedy);
  if (problem.code === 'ENOENT') return error('volume-missing', folder, '没有这个文件夹', remedy);
  return error('volume-unreadable', folder, `打不开这个文件夹${cause(problem)}`, '检查文件夹的读取权限');
}

async function openSettings(root: string): Promise<SettingsResult> {
  const fail = (rule: string, reason: string, remedy: string): SettingsResult => ({
    messages: [error(rule, SETTINGS_FILE, reason, remedy)],
    excludedAt: new Map(),
  });
  try {
    const bytes = await readFile(path.join(root, SETTINGS_FILE));
    return readSettings(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return fail('settings-not-found', '卷里没有 book.yaml', '新建 book.yaml，至少写“书名”和“卷号”两行');
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return fail('settings-encoding', 'book.yaml 不是 UTF-8 编码', '用编辑器另存为 UTF-8');
    return fail('settings-unreadable', `book.yaml 打不开${cause(problem)}`, '检查它是不是普通文件、有没有读取权限');
  }
}

/** A file that a volume may have beside book.yaml; one that is not there says nothing. */
async function openBeside<T>(
  root: string,
  file: string,
  room: string,
  read: (source: string) => T & { messages: Message[] },
): Promise<T & { messages: Message[] }> {
  const fail = (problem: string, reason: string, remedy: string): T & { messages: Message[] } => ({
    ...read(''),
    messages: [error(`${room}-${problem}`, file, reason, remedy)],
  });
  try {
    const bytes = await readFile(path.join(root, file));
    return read(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT') return read('');
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return fail('encoding', `${file}不是 UTF-8 编码`, '用编辑器另存为 UTF-8');
    return fail('unreadable', `${file}打不开${cause(problem)}`, '检查它是不是普通文件、有没有读取权限');
  }
}

/**
 * 已核.yaml of a volume, for a proof: no book is refused for it. One that is not there says nothing.
 *
 * @param folder of the volume
 */
export function openDismissals(folder: string): Promise<ReturnType<typeof readDismissals>> {
  return openBeside(path.resolve(folder), DISMISSALS_FILE, 'dismissals', readDismissals);
}

async function openPart(root: string, entry: Dirent, messages: Message[]): Promise<PartFolder | undefined> {
  const { name } = entry;
  const info = await stat(path.join(root, name)).catch((problem: NodeJS.ErrnoException) => problem);
  if (info instanceof Error) {
    messages.push(linkMessage(name, info));
    return undefined;
  }
  if (!info.isDirectory()) {
    const message = strayFile(name, '放进一个带编号的类目文件夹');
    if (message) messages.push(message);
    return undefined;
  }
  const number = NUMBERED.exec(name);
  if (!number?.[1] || number[2] === '') {
    messages.push(
      error(
        'folder-number',
        name,
        '类目文件夹的名称应当是“编号-类目”',
        '改名，例如“05-农业”；不是类目的文件夹移到卷外',
      ),
    );
    return undefined;
  }
  if (await leadsBack(root, name)) {
    messages.push(error('folder-loop', name, '这个链接指回卷的文件夹本身', '删去这个链接，放入真正的文件夹'));
    return undefined;
  }
  // Folders are opened side by side: each gathers its own messages.
  const own: Message[] = [];
  const files = await openFiles(root, name, own);
  messages.push(...own);
  return { number: number[1], folder: name, files };
}

async function openFiles(root: string, folder: string, messages: Message[]): Promise<ManuscriptFile[]> {
  const entries = await list(root, folder, messages);
  const files: ManuscriptFile[] = [];
  for (const { name } of entries) {
    const file = `${folder}/${name}`;
    const misplaced = MISPLACED[name];
    if (misplaced) {
      const remedy = `移到卷的文件夹里，放在 ${SETTINGS_FILE} 旁边`;
      const reason = `${name}放在了类目的文件夹里，不起作用`;
      messages.push({ severity: 'warning', rule: misplaced, file, reason, remedy });
    }
    if (IGNORED.test(name)) continue;
    const message = strayFile(file, '稿件是 .md 文件；照片放进 photos 文件夹');
    if (!/\.md$/i.test(name)) {
      if (message) messages.push(message);
      continue;
    }
    const number = NUMBERED.exec(name.slice(0, -3));
    if (number?.[1]) files.push({ number: number[1], file, path: path.join(root, folder, name) });
    else messages.push(error('file-number', file, '稿件的文件名应当以编号开头', '改名，例如“02-畜牧业.md”'));
  }
  if (files.length === 0 && !messages.some((message) => message.severity === 'error')) {
    messages.push(error('folder-empty', folder, '文件夹里没有稿件', '放入 .md 稿件，或者删去这个文件夹'));
  }
  return inOrder(files, (item) => item.file, messages);
}

/** Sorts by number; two of one number are an error, because nothing else gives the order. */
function inOrder<T extends { number: string }>(items: T[], nameOf: (item: T) => string, messages: Message[]): T[] {
  const sorted = items.sort((a, b) => Number(a.number) - Number(b.number) || (nameOf(a) < nameOf(b) ? -1 : 1));
  sorted.forEach((item, index) => {
    const previous = sorted[index - 1];
    if (!previous || Number(previous.number) !== Number(item.number)) return;
    const reason = `编号${item.number}与“${nameOf(previous)}”重复`;
    messages.push(error('number-duplicate', nameOf(item), reason, '编号决定先后，改成不同的编号'));
  });
  return sorted;
}

async function list(root: string, folder: string, messages: Message[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (problem) {
    messages.push(
      error('folder-unreadable', folder || '.', `打不开这个文件夹${cause(problem)}`, '检查文件夹的读取权限'),
    );
    return [];
  }
}

function strayFile(file: string, remedy: string): Message | undefined {
  if (WORD_PROCESSOR.test(file)) {
    return {
      severity: 'warning',
      rule: 'file-unconverted',
      file,
      reason: '这个文件还没有转换，不会印进书里',
      remedy: '把文字另存成 .md 稿件（在 Word 里另存为纯文本，UTF-8），原件移到卷外',
    };
  }
  return { severity: 'warning', rule: 'file-stray', file, reason: '这个文件不是稿件，不会印进书里', remedy };
}

async function leadsBack(root: string, name: string): Promise<boolean> {
  const [volume, target] = await Promise.all([realpath(root), realpath(path.join(root, name))]);
  return volume === target || volume.startsWith(target + path.sep);
}

function linkMessage(file: string, problem: NodeJS.ErrnoException): Message {
  if (problem.code === 'ELOOP') return error('folder-loop', file, '这个链接绕成一圈', '删去这个链接，放入真正的文件夹');
  return error('link-broken', file, `这个链接指向的东西打不开${cause(problem)}`, '删去这个链接，放入真正的文件夹');
}

/** Why the system refused, where an editor can do something about it. */
export function cause(problem: unknown): string {
  const { code } = problem as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: '：没有读取权限',
    EPERM: '：没有读取权限',
    ENOENT: '：文件不存在',
    EISDIR: '：它是一个文件夹',
    ELOOP: '：链接绕成一圈',
    EMFILE: '：打开的文件太多',
  };
  return reasons[code ?? ''] ?? (code ? `（${code}）` : '');
}

function error(rule: string, file: string, reason: string, remedy: string): Message {
  return { severity: 'error', rule, file, reason, remedy };
}
