/**
 * The examples of docs/手册: fenced blocks that have a name behind the language. Each becomes a small
 * volume, so what stands on the page is what is built.
 *
 *     ```markdown 大事记                      a manuscript; on 32开, cut to what is printed
 *     ```markdown 彩页 版面=大16开 整页       on 大16开, the whole page
 *     ```markdown 索引 看=索引                the page of another part of the book
 *     ```yaml 版权页 看=扉页                  a book.yaml
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PHOTOS = fileURLToPath(new URL('../../manuscripts/2022/01-卷首/photos', import.meta.url));
/** The pages of the manual that have examples. */
export const PAGES = ['稿件格式.md', '写稿须知.md'];

const FENCE = /^```(markdown|yaml) (\S+)([^\n]*)\n([\s\S]*?)^```$/gm;

/** The examples of a page, in order; `digest` is that of the block with its options. */
export function readExamples(page) {
  return [...page.matchAll(FENCE)].map(([, language, name, words, source]) => {
    const options = new Map(
      words
        .trim()
        .split(/\s+/)
        .map((word) => word.split('=')),
    );
    return {
      language,
      name,
      source,
      trim: options.get('版面') ?? '32开',
      wholePage: options.has('整页'),
      look: options.get('看'),
      digest: createHash('sha256').update(`${words.trim()}\n${source}`).digest('hex').slice(0, 16),
    };
  });
}

/** Writes an example as a volume into an empty folder; gives the manuscript's path in it. */
export function writeVolume(example, folder) {
  const settings = `书名: 某县年鉴\n卷号: 2023\n记述年份: 2022\n开本: ${example.trim}\n`;
  const isSettings = example.language === 'yaml';
  const source = isSettings ? '---\n类目: 综合\n---\n\n## 概况\n\n### 位置\n\n某县位于某省中部。\n' : example.source;
  const category = /^类目: *(\S+)/mu.exec(source)?.[1];
  if (!category) throw new Error(`例“${example.name}”没有写类目`);
  const part = join(folder, `01-${category}`);
  mkdirSync(join(part, 'photos'), { recursive: true });
  writeFileSync(join(folder, 'book.yaml'), isSettings ? example.source : settings);
  writeFileSync(join(part, '01-例.md'), source);
  for (const [, photo] of source.matchAll(/\(photos\/([^)]+)\)/g)) {
    copyFileSync(join(PHOTOS, photo), join(part, 'photos', photo));
  }
  return `01-${category}/01-例.md`;
}
