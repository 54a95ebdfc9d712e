/** Small volumes for the tests: a manuscript as a string, or a volume folder written to a temporary place. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type ManuscriptResult, readManuscript } from '../../src/manuscript/read-manuscript.js';
import { type ReadOptions, type ReadResult, readVolume } from '../../src/manuscript/read-volume.js';
import type { Message } from '../../src/tree/message.js';
import type { Manuscript, Node } from '../../src/tree/nodes.js';
import { select } from '../../src/tree/visit.js';

export const FILE = '01-农业/01-稿件.md';
export const BOOK = '书名: 测试县年鉴\n卷号: 2022\n记述年份: 2021\n';

/** A manuscript whose body begins in line 5; further front matter pushes it down. */
export function manuscript(body: string, ...frontMatter: string[]): string {
  return `---\n${['类目: 农业', ...frontMatter].join('\n')}\n---\n\n${body}`;
}

/** Reads one manuscript given as text or bytes. */
export function read(source: string | Uint8Array): Promise<ManuscriptResult> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  return readManuscript(FILE, bytes, 'p01m01');
}

/** Reads a manuscript that must be in order, and gives its tree. */
export async function tree(source: string): Promise<Manuscript> {
  const { manuscript: result, messages } = await read(source);
  if (!result || messages.length > 0)
    throw new Error(`not in order: ${places(messages).join(', ') || 'no manuscript'}`);
  return result;
}

/** The nodes of one type in a manuscript that must be in order. */
export async function nodes<T extends Node['type']>(source: string, type: T): Promise<Extract<Node, { type: T }>[]> {
  return select(await tree(source), type);
}

/** `rule line:column` of each message. */
export function places(messages: readonly Message[]): string[] {
  return messages.map(({ rule, line, column }) =>
    [rule, line === undefined ? '' : `${line}:${column}`].join(' ').trim(),
  );
}

/** Writes a volume to a temporary folder, which goes when the test ends. Without a book.yaml it gets a sound one. */
export async function volumeFolder(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nianjian-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ 'book.yaml': BOOK, ...files })) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

/** Reads a volume made of these files. */
export async function readFiles(
  files: Record<string, string | Uint8Array>,
  options?: ReadOptions,
): Promise<ReadResult> {
  return readVolume(await volumeFolder(files), options);
}

/** Phrasing in short: text as it stands, `*bold*`, `_italic_`, `/` for a break, `[words|term]` for a mark. */
export function short(phrasing: readonly Node[]): string {
  return phrasing
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return '/';
      if (node.type === 'strong') return `*${short(node.children)}*`;
      if (node.type === 'emphasis') return `_${short(node.children)}_`;
      return node.type === 'mark' ? `[${short(node.children)}|${node.term}]` : `<${node.type}>`;
    })
    .join('');
}
