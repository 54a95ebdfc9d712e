/** A Chromium for the tests that measure or print a page. */
import puppeteer, { type Browser } from 'puppeteer';
import { findBrowser, launchArguments } from '../../src/paginate/find-browser.js';

export async function launchChromium(): Promise<Browser> {
  const found = await findBrowser();
  if (!found) throw new Error('no browser found: set NIANJIAN_BROWSER');
  const args = [...launchArguments(), ...found.args];
  return puppeteer.launch({ executablePath: found.path, args, protocolTimeout: 300_000 });
}
