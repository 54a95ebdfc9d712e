import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertWritable, DeliveryError, deliver, isDelivered, isNewer, stampDelivery } from '../../src/book/deliver.js';
import { scratchFolder } from './scratch.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The error of a delivery that must fail. */
function failure(file: string, data = '新书'): DeliveryError {
  try {
    deliver(file, data);
  } catch (error) {
    if (error instanceof DeliveryError) return error;
    throw error;
  }
  throw new Error('was delivered');
}

describe('delivering', () => {
  it('writes bytes or text, and makes the folders on the way', () => {
    const folder = scratchFolder();
    deliver(join(folder, 'dist', '2022', 'book.pdf'), bytes('%PDF'));
    deliver(join(folder, 'dist', '2022', 'report.json'), '{"页": 1}');
    expect(readFileSync(join(folder, 'dist/2022/book.pdf'), 'utf8')).toBe('%PDF');
    expect(readFileSync(join(folder, 'dist/2022/report.json'), 'utf8')).toBe('{"页": 1}');
    expect(readdirSync(join(folder, 'dist/2022')).sort()).toEqual(['book.pdf', 'report.json']);
  });

  it('puts the new file in the place of the old one; whoever has the old one open keeps it whole', () => {
    const folder = scratchFolder();
    const file = join(folder, 'book.pdf');
    deliver(file, '旧书');
    linkSync(file, join(folder, 'opened.pdf'));
    const old = statSync(file).ino;
    deliver(file, '新书');
    expect(readFileSync(file, 'utf8')).toBe('新书');
    expect(statSync(file).ino).not.toBe(old);
    expect(readFileSync(join(folder, 'opened.pdf'), 'utf8')).toBe('旧书');
  });

  it('fails where a file stands in the place of the folder, and leaves that file as it was', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'dist'), '别的东西');
    const error = failure(join(folder, 'dist', 'book.pdf'));
    expect(error.message).toContain('输出文件夹的位置上有一个同名文件');
    expect(readFileSync(join(folder, 'dist'), 'utf8')).toBe('别的东西');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('fails where a file stands further up the path', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'dist'), '别的东西');
    expect(failure(join(folder, 'dist', '2022', 'book.pdf')).message).toContain('路径中有一段不是文件夹');
  });

  it('fails where a folder stands in the place of the file, and leaves nothing half written', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'book.pdf'));
    writeFileSync(join(folder, 'book.pdf', '里面'), '');
    expect(failure(join(folder, 'book.pdf')).message).toContain('同名的文件夹占了它的位置');
    expect(readdirSync(folder)).toEqual(['book.pdf']);
    expect(readdirSync(join(folder, 'book.pdf'))).toEqual(['里面']);
  });

  it('leaves the old book whole when the new one cannot be written beside it', () => {
    const folder = scratchFolder();
    const file = join(folder, 'book.pdf');
    deliver(file, '旧书');
    // The half-written file has a name of its own: whatever stands in its place makes the writing fail.
    mkdirSync(`${file}.${process.pid}.half`);
    expect(() => deliver(file, '新书')).toThrow(DeliveryError);
    expect(readFileSync(file, 'utf8')).toBe('旧书');
  });

  it('says in Chinese what to do, and counts as a fault of the environment', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'dist'), '');
    const error = failure(join(folder, 'dist', 'book.pdf'));
    expect(error.message).toMatch(/^无法写入 .*book\.pdf：.*--out/u);
    expect(error.exitCode).toBe(3);
  });
});

describe('asking beforehand whether a folder can be written', () => {
  it('is content with a folder, and with one that can still be made; it makes none itself', () => {
    const folder = scratchFolder();
    assertWritable(folder);
    assertWritable(join(folder, 'dist', '2022'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a file in the place of the folder or of one above it, as delivering would', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'dist'), '');
    for (const place of [join(folder, 'dist'), join(folder, 'dist', '2022', 'deep')]) {
      expect(() => assertWritable(place)).toThrow(DeliveryError);
      expect(() => assertWritable(place)).toThrow(/路径中有一段不是文件夹/u);
    }
  });
});

describe('the stamp of a delivery', () => {
  function delivered(): { stamp: string; file: string } {
    const folder = scratchFolder();
    const [stamp, file] = [join(folder, 'cache', 'book.json'), join(folder, 'book.pdf')];
    deliver(file, bytes('书'));
    stampDelivery(stamp, 'key', file, bytes('书'));
    return { stamp, file };
  }

  it('knows the book that was made from the same', () => {
    const { stamp, file } = delivered();
    expect(isDelivered(stamp, 'key', file)).toBe(true);
  });

  it('does not know a book of another key, or in another place', () => {
    const { stamp, file } = delivered();
    expect(isDelivered(stamp, 'other key', file)).toBe(false);
    deliver(`${file}.copy`, bytes('书'));
    expect(isDelivered(stamp, 'key', `${file}.copy`)).toBe(false);
  });

  it('does not know a book that was changed or removed since', () => {
    const { stamp, file } = delivered();
    writeFileSync(file, '别的');
    expect(isDelivered(stamp, 'key', file)).toBe(false);
    rmSync(file);
    expect(isDelivered(stamp, 'key', file)).toBe(false);
  });

  it.each(['', '{"key":"key"', 'null', '[]', '{}'])('counts as missing where its file holds %j', (content) => {
    const { stamp, file } = delivered();
    writeFileSync(stamp, content);
    expect(isDelivered(stamp, 'key', file)).toBe(false);
  });

  it('need not exist', () => {
    expect(isDelivered(join(scratchFolder(), 'book.json'), 'key', 'book.pdf')).toBe(false);
  });

  it('is of the last delivery', () => {
    const { stamp, file } = delivered();
    deliver(file, bytes('新书'));
    stampDelivery(stamp, 'new key', file, bytes('新书'));
    expect(isDelivered(stamp, 'key', file)).toBe(false);
    expect(isDelivered(stamp, 'new key', file)).toBe(true);
  });
});

describe('a volume that may have changed since its stamp', () => {
  const at = (file: string, seconds: number): void => utimesSync(file, seconds, seconds);

  function volume(): { folder: string; manuscript: string; stamp: string } {
    const root = scratchFolder();
    const [folder, stamp] = [join(root, '2022'), join(root, 'book.json')];
    const manuscript = join(folder, '05-农业', '01-甲.md');
    deliver(manuscript, '甲');
    deliver(stamp, '{}');
    for (const file of [manuscript, join(folder, '05-农业'), folder]) at(file, 1000);
    at(stamp, 2000);
    return { folder, manuscript, stamp };
  }

  it('is one with a file or a folder that is newer', () => {
    const { folder, manuscript, stamp } = volume();
    expect(isNewer(folder, stamp)).toBe(false);
    at(manuscript, 3000);
    expect(isNewer(folder, stamp)).toBe(true);
    at(manuscript, 1000);
    at(join(folder, '05-农业'), 3000);
    expect(isNewer(folder, stamp)).toBe(true);
  });

  it('is also one whose stamp or folder cannot be found', () => {
    const { folder, stamp } = volume();
    expect(isNewer(folder, `${stamp}.none`)).toBe(true);
    expect(isNewer(`${folder}.none`, stamp)).toBe(true);
  });
});
