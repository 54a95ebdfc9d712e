import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVolume } from '../../src/volume/open.js';
import { manuscript, places, readFiles, volumeFolder } from '../manuscript/sample.js';

const PLAIN = manuscript('正文。\n');

/** Opens a volume of these files; gives `rule file` of each message. */
async function open(
  files: Record<string, string | Uint8Array>,
  prepare?: (folder: string) => Promise<unknown>,
): Promise<string[]> {
  const folder = await volumeFolder(files);
  await prepare?.(folder);
  const { messages } = await openVolume(folder);
  return messages.map(({ rule, file }) => `${rule} ${file}`);
}

describe('a volume folder', () => {
  it('lists its numbered folders and manuscripts', async () => {
    const folder = await volumeFolder({ '02-乙/01-甲.md': PLAIN, '01-甲/10-乙.md': PLAIN, '01-甲/9-甲.md': PLAIN });
    const { parts, messages, settings } = await openVolume(folder);
    expect(messages).toEqual([]);
    expect(settings?.title).toBe('测试县年鉴');
    expect(
      parts.map((part) => [part.number, part.folder, part.files.map(({ number, file }) => [number, file])]),
    ).toEqual([
      [
        '01',
        '01-甲',
        [
          ['9', '01-甲/9-甲.md'],
          ['10', '01-甲/10-乙.md'],
        ],
      ],
      ['02', '02-乙', [['01', '02-乙/01-甲.md']]],
    ]);
  });

  it('may hold photos and what tools leave behind', async () => {
    const files = {
      '01-甲/01-甲.md': PLAIN,
      '01-甲/photos/01.jpg': '',
      '01-甲/Thumbs.db': '',
      '01-甲/~$01-甲.docx': '',
      '.DS_Store': '',
      '.git/x': '',
    };
    expect(await open(files)).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['a folder without a number', { '01-甲/01-甲.md': PLAIN, '乙/01-乙.md': PLAIN }, ['folder-number 乙']],
    ['a folder with nothing but a number', { '01-甲/01-甲.md': PLAIN, '02/01-乙.md': PLAIN }, ['folder-number 02']],
    ['two folders of one number', { '01-甲/01-甲.md': PLAIN, '01-乙/01-乙.md': PLAIN }, ['number-duplicate 01-甲']],
    [
      'two folders of one number, written differently',
      { '01-甲/01-甲.md': PLAIN, '1-乙/01-乙.md': PLAIN },
      ['number-duplicate 1-乙'],
    ],
    ['a manuscript without a number', { '01-甲/甲.md': PLAIN }, ['file-number 01-甲/甲.md']],
    [
      'two manuscripts of one number',
      { '01-甲/01-甲.md': PLAIN, '01-甲/01-乙.md': PLAIN },
      ['number-duplicate 01-甲/01-甲.md'],
    ],
    ['a folder of photos only', { '01-甲/photos/1.jpg': '' }, ['folder-empty 01-甲']],
    ['a Word file', { '01-甲/01-甲.md': PLAIN, '01-甲/02-乙.docx': '' }, ['file-unconverted 01-甲/02-乙.docx']],
    ['a Word file of old', { '01-甲/01-甲.md': PLAIN, '02-乙.doc': '' }, ['file-unconverted 02-乙.doc']],
    ['nothing but a Word file', { '01-甲/01-甲.wps': '' }, ['file-unconverted 01-甲/01-甲.wps', 'folder-empty 01-甲']],
    ['a stray file', { '01-甲/01-甲.md': PLAIN, '01-甲/表.csv': '' }, ['file-stray 01-甲/表.csv']],
    ['a manuscript outside the folders', { '01-甲/01-甲.md': PLAIN, '02-乙.md': PLAIN }, ['file-stray 02-乙.md']],
    ['no folder', {}, ['volume-empty .']],
  ])('is named with %s', async (_, files, expected) => {
    expect(await open(files)).toEqual(expected);
  });

  it('must be there, and be a folder', async () => {
    expect(places((await openVolume('/no/such/volume')).messages)).toEqual(['volume-missing']);
    const folder = await volumeFolder({});
    expect(places((await openVolume(path.join(folder, 'book.yaml'))).messages)).toEqual(['volume-not-folder']);
  });

  it('must hold a book.yaml that can be read', async () => {
    const { rm } = await import('node:fs/promises');
    const files = { '01-甲/01-甲.md': PLAIN };
    expect(await open(files, (folder) => rm(path.join(folder, 'book.yaml')))).toEqual(['settings-not-found book.yaml']);
    expect(await open({ ...files, 'book.yaml': new Uint8Array([0xc4, 0xea]) })).toEqual([
      'settings-encoding book.yaml',
    ]);
    const folderInstead = async (folder: string): Promise<void> => {
      await rm(path.join(folder, 'book.yaml'));
      await mkdir(path.join(folder, 'book.yaml'));
    };
    expect(await open(files, folderInstead)).toEqual(['settings-unreadable book.yaml']);
  });

  it('must not lead back into itself', async () => {
    const files = { '01-甲/01-甲.md': PLAIN };
    expect(await open(files, (folder) => symlink(folder, path.join(folder, '02-乙')))).toEqual(['folder-loop 02-乙']);
    expect(await open(files, (folder) => symlink('02-乙', path.join(folder, '02-乙')))).toEqual(['folder-loop 02-乙']);
    expect(await open(files, (folder) => symlink('nowhere', path.join(folder, '02-乙')))).toEqual([
      'link-broken 02-乙',
    ]);
  });
});

describe('a manuscript that cannot be opened', () => {
  it('is one message, and the others are read', async () => {
    const { volume, messages } = await readFiles({ '01-甲/01-甲.md': PLAIN, '01-甲/02-乙.md/x': '' });
    expect(messages.map(({ rule, file }) => `${rule} ${file}`)).toEqual(['file-unreadable 01-甲/02-乙.md']);
    expect(volume?.children[0]?.children).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('may be one without permission', async () => {
    const folder = await volumeFolder({ '01-甲/01-甲.md': PLAIN });
    await writeFile(path.join(folder, '01-甲/02-乙.md'), PLAIN);
    await chmod(path.join(folder, '01-甲/02-乙.md'), 0);
    const { readVolume } = await import('../../src/manuscript/read-volume.js');
    expect(places((await readVolume(folder)).messages)).toEqual(['file-unreadable']);
  });
});
