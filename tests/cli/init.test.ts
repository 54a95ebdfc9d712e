import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { volumeNumber } from '../../src/cli/init.js';
import { readVolume } from '../../src/manuscript/read-volume.js';
import { nianjian } from './nianjian.js';

const folder = mkdtempSync(join(tmpdir(), 'nianjian-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('nianjian init', () => {
  it('writes a volume with the years filled in', () => {
    const { code, stdout } = nianjian(['init', 'manuscripts/2027'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('manuscripts/2027');
    const volume = join(folder, 'manuscripts', '2027');
    expect(parse(readFileSync(join(volume, 'book.yaml'), 'utf8'))).toMatchObject({ 卷号: 2027, 记述年份: 2026 });
    expect(existsSync(join(volume, '01-卷首', '02-编辑说明.md'))).toBe(true);
    expect(readFileSync(join(volume, 'README.md'), 'utf8')).toContain('写稿须知');
  });

  it('has an example of every kind of manuscript, each under the 类目 of its folder', () => {
    const volume = join(folder, 'manuscripts', '2027');
    const genres = new Set<string>();
    for (const name of readdirSync(volume, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.md') || name === 'README.md') continue;
      const text = readFileSync(join(volume, name), 'utf8');
      expect(text).not.toMatch(/\{(?:卷号|记述年份)\}/);
      const front = parse(text.split('---\n')[1] ?? '');
      expect(name.split(/[\\/]/)[0]).toBe(`${name.slice(0, 2)}-${front.类目}`);
      genres.add(front.体裁 ?? '条目');
    }
    expect([...genres].sort()).toEqual(['名录', '大事记', '彩页', '文件', '文章', '条目'].sort());
  });

  it('is read without a single message', async () => {
    const { volume, messages } = await readVolume(join(folder, 'manuscripts', '2027'));
    expect(messages).toEqual([]);
    expect(volume?.children.map(({ title }) => title)).toEqual([
      '卷首',
      '特载',
      '大事记',
      '县情概览',
      '农业农村',
      '附录',
    ]);
  });

  it('never writes over anything', () => {
    const { code, stderr } = nianjian(['init', 'manuscripts/2027'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('里已有文件');
    writeFileSync(join(folder, 'file'), '');
    expect(nianjian(['init', 'file'], { cwd: folder }).code).toBe(2);
    expect(statSync(join(folder, 'file')).size).toBe(0);
  });

  it('accepts an empty folder', () => {
    mkdirSync(join(folder, 'empty'));
    expect(nianjian(['init', 'empty'], { cwd: folder }).code).toBe(0);
  });

  it('takes the number from the folder’s name, or the year it is', () => {
    expect(volumeNumber('manuscripts/2027', new Date('2026-05-01'))).toBe(2027);
    expect(volumeNumber('某县年鉴2025', new Date('2026-05-01'))).toBe(2025);
    expect(volumeNumber('new', new Date('2026-05-01'))).toBe(2026);
  });
});
