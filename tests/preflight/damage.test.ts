/** Files of other makes, damaged files and files made to do harm: always a report, never an exception or a hang. */
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { dict, name, PdfRef } from '../../src/press/pdf/values.js';
import { faultsOf, type Parts, pressPdf, reportOf, stream } from './press-pdf.js';

const RGB_SQUARE = '\n1 0 0 rg 100 100 50 50 re f';
const withRgb = (parts: Parts): void => {
  (parts.pages[1] as Parts['pages'][0]).content += RGB_SQUARE;
};

/** Written again by pdf-lib: object streams and a cross-reference stream. */
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.save({ useObjectStreams: true, addDefaultPage: false });
}

describe('files of other makes', () => {
  it('are read through object streams and cross-reference streams', async () => {
    const rewritten = await packed(pressPdf(withRgb));
    expect(Buffer.from(rewritten).includes('/ObjStm')).toBe(true);
    expect(await faultsOf(rewritten)).toEqual(['rgb-vector 2']);
  });

  it('may not have them under PDF/X-1a', async () => {
    const report = await reportOf(await packed(pressPdf()), { pdfx: '1a' });
    expect(report.findings.map(({ what }) => what).join()).toContain('对象流');
  });

  it('may have content in LZW, ASCII85 and hexadecimal', async () => {
    const hex = Buffer.from('1 0 0 rg 100 100 50 50 re f').toString('hex');
    const bytes = pressPdf((parts) => {
      parts.objects.set(30, stream({ Filter: [name('ASCIIHexDecode')] }, `${hex}>`));
    });
    expect(await faultsOf(bytes)).toEqual(['rgb-vector 1']);
  });

  it('may have objects appended: the last one counts', async () => {
    const bytes = Buffer.from(pressPdf());
    const start = Number(/startxref\n(\d+)/.exec(bytes.toString('latin1'))?.[1]);
    const content = `30 0 obj\n<</Length 27>>\nstream\n1 0 0 rg 100 100 50 50 re f\nendstream\nendobj\n`;
    const xref = bytes.length + content.length;
    const update = `${content}xref\n30 1\n${String(bytes.length).padStart(10, '0')} 00000 n \ntrailer\n<</Size 60/Root 1 0 R/Info 50 0 R/Prev ${start}/ID[(a)(b)]>>\nstartxref\n${xref}\n%%EOF\n`;
    expect(await faultsOf(Buffer.concat([bytes, Buffer.from(update)]))).toEqual(['rgb-vector 1']);
  });
});

describe('damaged files', () => {
  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('年鉴'.repeat(1000))],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')],
  ])('%s is no PDF, and nothing is passed', async (_kind, bytes) => {
    const report = await reportOf(bytes);
    expect(report.verdict).toBe('errors');
    expect(report.findings.map(({ rule }) => rule)).toEqual(['not-a-pdf']);
    expect(report.checks.filter(({ state }) => state === 'passed')).toEqual([]);
  });

  it('a file cut off is named, and its pages are still looked at', async () => {
    const bytes = pressPdf(withRgb);
    const faults = await faultsOf(bytes.subarray(0, bytes.length - 700));
    expect(faults).toContain('file-damaged');
    expect(faults).toContain('rgb-vector 2');
  });

  it('a wrong cross-reference is named, and the objects are found all the same', async () => {
    const text = Buffer.from(pressPdf(withRgb)).toString('latin1');
    const shifted = text.replace('%PDF-1.6\n', '%PDF-1.6\n%shift\n');
    expect(await faultsOf(Buffer.from(shifted, 'latin1'))).toEqual(['file-damaged', 'rgb-vector 2']);
  });

  it('a wrong stream length is named', async () => {
    const text = Buffer.from(pressPdf(withRgb)).toString('latin1');
    const at = text.indexOf('31 0 obj');
    const wrong =
      text.slice(0, at) +
      text
        .slice(at)
        .replace(/\/Length (\d)/, '/Length 9$1')
        .replace('\nendobj', 'endobj');
    expect(await faultsOf(Buffer.from(wrong, 'latin1'))).toContain('rgb-vector 2');
    expect(await faultsOf(Buffer.from(wrong, 'latin1'))).toContain('file-damaged');
  });

  it('content that does not inflate is an error, and what it hides is not passed', async () => {
    const broken = deflateSync(Buffer.from('0 g '.repeat(5000))).subarray(0, 12);
    const report = await reportOf(
      pressPdf((parts) => void parts.objects.set(31, stream({ Filter: name('FlateDecode') }, broken))),
    );
    expect(report.findings.map(({ rule }) => rule)).toContain('content-damaged');
    expect(report.checks.find(({ rule }) => rule === 'rgb-text')).toMatchObject({ state: 'unchecked' });
  });

  it('an unknown filter is told, never passed', async () => {
    const report = await reportOf(
      pressPdf((parts) => void parts.objects.set(31, stream({ Filter: name('BrotliDecode') }, 'x'))),
    );
    expect(report.findings.map(({ rule, page }) => `${rule} ${page}`)).toEqual(['content-damaged 2']);
    expect(report.checks.find(({ rule }) => rule === 'hairline')?.unchecked).toContain('BrotliDecode');
  });

  it('an encrypted file is named; one that opens without a password is looked into', async () => {
    const document = await PDFDocument.load(pressPdf(withRgb), { updateMetadata: false });
    document.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: {} });
    const open = await document.save({ useObjectStreams: false, addDefaultPage: false });
    const faults = await faultsOf(open);
    expect(faults).toContain('file-encrypted');
    expect(faults).toContain('rgb-vector 2');

    const closed = await PDFDocument.load(pressPdf(), { updateMetadata: false });
    closed.encrypt({ userPassword: 'user', ownerPassword: 'owner', permissions: {} });
    const report = await reportOf(await closed.save({ useObjectStreams: false, addDefaultPage: false }));
    expect(report.findings.map(({ rule }) => rule)).toEqual(['file-encrypted']);
    expect(report.checks.filter(({ state }) => state === 'passed')).toEqual([]);
  });

  it('every cut of a file gives a report', async () => {
    const bytes = pressPdf();
    for (let length = 0; length < bytes.length; length += 997) {
      const report = await reportOf(bytes.subarray(0, length));
      expect(report.verdict).toBe('errors');
    }
  });

  it('no flipped byte throws', async () => {
    const bytes = pressPdf((parts) =>
      parts.objects.set(24, stream({ Subtype: name('Image'), Width: 320, Height: 240 }, 'x')),
    );
    for (let at = 9; at < bytes.length; at += 13) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = ((flipped[at] as number) + 1) % 256;
      await expect(reportOf(flipped)).resolves.toHaveProperty('verdict');
    }
  });
});

describe('files made to do harm', () => {
  it('a page tree that holds itself ends', async () => {
    const bytes = pressPdf((parts) => {
      parts.objects.set(2, dict({ Type: name('Pages'), Kids: [new PdfRef(10), new PdfRef(2)], Count: 2 }));
    });
    expect(await faultsOf(bytes)).toContain('page-tree');
  });

  it('forms that draw forms a billion times end, and the rest is not passed', async () => {
    const bytes = pressPdf((parts) => {
      parts.resources.XObject = { ...parts.resources.XObject, Fm: new PdfRef(60) };
      for (let level = 0; level < 10; level++) {
        const resources = dict({ XObject: dict({ Fm: new PdfRef(61 + level) }) });
        parts.objects.set(60 + level, stream({ Subtype: name('Form'), Resources: resources }, '/Fm Do '.repeat(20)));
      }
      parts.objects.set(70, stream({ Subtype: name('Form') }, '0 0 1 1 re n'));
      (parts.pages[1] as Parts['pages'][0]).content += '\n/Fm Do';
    });
    const report = await reportOf(bytes);
    expect(report.findings.map(({ what }) => what)).toContain('内容过多，没有查完');
    expect(report.checks.find(({ rule }) => rule === 'rgb-text')?.state).toBe('unchecked');
  }, 30_000);

  it('references in a circle end', async () => {
    const bytes = pressPdf((parts) => {
      parts.objects.set(30, new PdfRef(31)).set(31, new PdfRef(30));
    });
    expect(await faultsOf(bytes)).toContain('content-damaged 1');
  });
});
