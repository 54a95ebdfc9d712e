import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Parts, pressPdf } from '../preflight/press-pdf.js';
import { nianjian, project } from './nianjian.js';

const folder = mkdtempSync(join(tmpdir(), 'nianjian-preflight-'));
const clean = join(folder, 'clean.pdf');
const faulty = join(folder, 'faulty.pdf');
const text = join(folder, 'text.pdf');

beforeAll(() => {
  writeFileSync(clean, pressPdf());
  const withRgb = (parts: Parts): void => {
    for (const page of parts.pages) page.content += '\n1 0 0 rg 100 100 50 50 re f';
  };
  const pages = (parts: Parts): void => {
    parts.pages = Array.from({ length: 10 }, () => structuredClone(parts.pages[0] as Parts['pages'][0]));
  };
  writeFileSync(
    faulty,
    pressPdf((parts) => {
      pages(parts);
      withRgb(parts);
    }),
  );
  writeFileSync(text, '年鉴');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('nianjian preflight', () => {
  it('passes a clean file, and says what it did not check', () => {
    const { code, stdout, stderr } = nianjian(['preflight', clean, '--no-plates']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('结论　　　查过的都合格；有 3 项没有检查或没有查完，不算通过');
    expect(stdout).toContain('文件　　　2 页，PDF/X-4，PDF 1.6，成品 210 × 285 毫米（大16开）');
    expect(stdout).toContain('没有检查：总墨量（印版）、正文区只有黑版（印版）、出血有墨（印版）（没有要求检查印版）');
  });

  it('says that plates need Ghostscript where it is missing', () => {
    const { code, stdout } = nianjian(['preflight', clean], { env: { PATH: folder } });
    expect(code).toBe(0);
    expect(stdout).toContain('没有检查：总墨量（印版）、正文区只有黑版（印版）、出血有墨（印版）（需要 Ghostscript）');
  });

  it('lists faults page by page, shortens what repeats, and ends with 1', () => {
    const { code, stdout } = nianjian(['preflight', faulty, '--no-plates']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/结论　　　不合格：错误 1 项 10 处；/);
    expect(stdout).toContain('第 2 页\n　错误　线条或色块是 RGB 255 0 0；左 32.3、上 235.1 毫米');
    expect(stdout).not.toContain('第 4 页\n');
    expect(stdout).toContain('没有 RGB 线条和色块：另有 7 处（第 4—10 页）　［rgb-vector］');
    expect(stdout).toContain('改法\n　在排版软件里把颜色改成 CMYK');
  });

  it('writes everything as JSON', () => {
    const { code, stdout } = nianjian(['preflight', faulty, '--no-plates', '--format', 'json', '--pdfx', '4']);
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report).toMatchObject({ verdict: 'errors', errors: 10, facts: { pages: 10, claims: 'PDF/X-4' } });
    expect(report.findings).toHaveLength(10);
    expect(report.findings[4]).toMatchObject({ rule: 'rgb-vector', severity: 'error', page: 5, places: [{ x: 32.3 }] });
    expect(report.unchecked).toHaveLength(3);
  });

  it('answers for what is no PDF with a report', () => {
    const { code, stdout, stderr } = nianjian(['preflight', text]);
    expect(code).toBe(1);
    expect(stdout).toContain('这不是 PDF 文件');
    expect(stdout).not.toMatch(/^.* 通过$/m);
    expect(stdout).toContain('等 64 项（这不是 PDF 文件）');
    expect(stdout.split('\n').length).toBeLessThan(15);
    expect(stderr).toBe('');
  });

  it.each([
    [['no-such.pdf'], '找不到“no-such.pdf”。'],
    [[folder], '是文件夹。请给出一个 PDF 文件。'],
    [[clean, '--trim', 'large'], '“--trim large”不是尺寸'],
    [[clean, '--trim', '0x285'], '“--trim 0x285”不是尺寸'],
    [[clean, '--ink', 'much'], '“--ink much”不对'],
    [[clean, '--bleed', '-1'], '“--bleed -1”不对'],
    [[clean, '--pdfx', '5'], '可用的有 4、1a。'],
    [[clean, '--format', 'xml'], '可用的有 text、json。'],
    [[], '缺少参数“文件”'],
  ])('answers %j in one line with exit code 2', (args, words) => {
    const { code, stdout, stderr } = nianjian(['preflight', ...args]);
    expect(stderr).toContain(words);
    expect(stderr).toMatch(/^nianjian：[^\n]+\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('takes the 开本 of a volume', () => {
    const volume = join(folder, 'volume');
    cpSync(join(project, 'templates/volume'), volume, { recursive: true });
    const settings = join(volume, 'book.yaml');
    const source = readFileSync(settings, 'utf8').replaceAll('{卷号}', '2022').replaceAll('{记述年份}', '2021');
    writeFileSync(settings, source.replace(/^开本:.*$/m, '开本: 16开'));
    const { code, stdout } = nianjian(['preflight', clean, '--no-plates', '--volume', volume]);
    expect(stdout).toContain('成品尺寸 210 × 285 毫米，应是 185 × 260 毫米');
    expect(code).toBe(1);
    expect(nianjian(['preflight', clean, '--volume', volume, '--trim', 'A4']).code).toBe(2);
    writeFileSync(settings, `${source}\n印刷:\n  出血: 5\n`);
    expect(nianjian(['preflight', clean, '--no-plates', '--volume', volume]).stdout).toContain('5 毫米');
    expect(nianjian(['preflight', clean, '--no-plates', '--volume', volume, '--bleed', '3']).code).toBe(0);
  });

  it('takes a 开本 by its name', () => {
    expect(nianjian(['preflight', clean, '--no-plates', '--trim', '大16开']).code).toBe(0);
    const { code, stdout } = nianjian(['preflight', clean, '--no-plates', '--trim', '16开']);
    expect(code).toBe(1);
    expect(stdout).toContain('成品尺寸 210 × 285 毫米，应是 185 × 260 毫米');
  });
});
