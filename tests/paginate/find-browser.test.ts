import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser, launchArguments, type Machine } from '../../src/paginate/find-browser.js';

/** A Linux machine that has exactly these files. */
function machine(files: string[], more: Partial<Machine> = {}): Partial<Machine> {
  return {
    env: {},
    platform: 'linux',
    isUsable: (path) => files.includes(path),
    puppeteersBrowser: async () => undefined,
    packaged: async () => undefined,
    ...more,
  };
}

const packaged = async () => ({ path: '/package/chromium', args: ['--no-sandbox'], source: '@sparticuz/chromium' });

describe('the browser', () => {
  it('is the one named by our variable before all others', async () => {
    const env = { NIANJIAN_BROWSER: '/my/browser', PUPPETEER_EXECUTABLE_PATH: '/other', CHROME_PATH: '/third' };
    const files = ['/my/browser', '/other', '/third', '/usr/bin/chromium'];
    expect(await findBrowser(machine(files, { env }))).toEqual({
      path: '/my/browser',
      args: [],
      source: 'NIANJIAN_BROWSER',
    });
  });

  it.each(['NIANJIAN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'])(
    'named by %s but missing is an error with the name, not a reason to take another',
    async (variable) => {
      const search = findBrowser(machine(['/usr/bin/chromium'], { env: { [variable]: '/gone' } }));
      await expect(search).rejects.toMatchObject({ exitCode: 3, message: expect.stringContaining(variable) });
      await expect(search).rejects.toThrow('/gone');
    },
  );

  it('is not looked for in an empty variable', async () => {
    const found = await findBrowser(machine(['/usr/bin/chromium'], { env: { CHROME_PATH: '' } }));
    expect(found?.source).toBe('system');
  });

  it('is next the one Puppeteer has downloaded, if it is still there', async () => {
    const puppeteersBrowser = async () => '/cache/chrome';
    const both = machine(['/cache/chrome', '/usr/bin/chromium'], { puppeteersBrowser });
    expect((await findBrowser(both))?.source).toBe('puppeteer');
    const removed = machine(['/usr/bin/chromium'], { puppeteersBrowser });
    expect((await findBrowser(removed))?.source).toBe('system');
  });

  it('is then the one the system has, before the one in the npm package', async () => {
    const found = await findBrowser(machine(['/usr/bin/google-chrome'], { packaged }));
    expect(found).toEqual({ path: '/usr/bin/google-chrome', args: [], source: 'system' });
  });

  it('comes out of the npm package with its own arguments when there is no other', async () => {
    expect(await findBrowser(machine([], { packaged }))).toEqual(await packaged());
    expect(await findBrowser(machine([], { packaged: false }))).toBeUndefined();
  });

  it('is a snap only when there is nothing else', async () => {
    expect((await findBrowser(machine(['/snap/bin/chromium'], { packaged })))?.source).toBe('@sparticuz/chromium');
    expect((await findBrowser(machine(['/snap/bin/chromium'])))?.source).toBe('snap');
  });

  it('is found where macOS and Windows keep it', async () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect((await findBrowser(machine([mac], { platform: 'darwin' })))?.path).toBe(mac);
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    expect((await findBrowser(machine([windows], { platform: 'win32', env })))?.path).toBe(windows);
  });

  it('is nothing on a bare machine', async () => {
    expect(await findBrowser(machine([]))).toBeUndefined();
  });
});

describe('a program in a browser’s place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianjian-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const script = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    chmodSync(path, 0o755);
    return path;
  };

  it('that only asks for a snap is not a browser', async () => {
    const stub = script(
      'stub',
      '#!/bin/sh\nif ! [ -x /snap/bin/chromium ]; then echo "snap install chromium"; exit 1; fi\n',
    );
    await expect(findBrowser({ env: { CHROME_PATH: stub } })).rejects.toThrow('CHROME_PATH');
  });

  it('that starts the real one, as Debian’s script does, is taken', async () => {
    const starter = script('starter', '#!/bin/sh\nexec /usr/lib/chromium/chromium "$@"\n');
    expect((await findBrowser({ env: { CHROME_PATH: starter } }))?.path).toBe(starter);
  });
});

describe('the arguments', () => {
  it('give up the sandbox for root only', () => {
    expect(launchArguments({ root: true })).toContain('--no-sandbox');
    expect(launchArguments({ root: false })).not.toContain('--no-sandbox');
  });

  it('leave the browser without a network', () => {
    expect(launchArguments({ root: false })).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost');
  });
});
