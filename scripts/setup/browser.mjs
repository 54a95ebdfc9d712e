/**
 * A browser to set the pages. Debian's own Chromium is the first choice, because everything was measured with it;
 * the browser inside the npm package stands in where nothing may or can be installed.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStamped, stamp } from './fingerprint.mjs';
import { say, stop } from './say.mjs';
import { canInstall, commandFor, install, systemName } from './system-packages.mjs';

/** Makes sure that a browser is there and starts. */
export async function provideBrowser(root) {
  const stampFile = join(root, 'node_modules', '.nianjian-browser');
  const { findBrowser } = await import(pathToFileURL(join(root, 'build', 'paginate', 'find-browser.js')).href);
  const find = async (options) => {
    try {
      return await findBrowser(options);
    } catch (error) {
      // An environment variable that names a missing file: the message says which.
      return stop(error.message);
    }
  };

  const installed = await find({ packaged: false });
  if (installed && installed.source !== 'snap')
    return startsOnce(installed, stampFile) || stop(doesNotStart(installed));

  // Ubuntu's package of this name is an empty one that points to a snap, and a snap does not start in a container.
  if (systemName() !== 'ubuntu' && canInstall() && !isStamped(stampFile, 'packaged')) {
    say('安装浏览器 Chromium，约需一分钟（apt-get install chromium-headless-shell）……');
    // Older Debians have only the whole browser.
    const done = install(['chromium-headless-shell']) || install(['chromium']);
    const now = done && (await find({ packaged: false }));
    if (now && startsOnce(now, stampFile)) return;
    say('没有装成，改用软件包里自带的浏览器（falling back to the browser in the npm package）。');
  }

  const packaged = await find({});
  if (packaged && isStamped(stampFile, 'packaged')) return;
  if (packaged && starts(packaged)) return remember(stampFile, 'packaged');
  const command =
    systemName() === 'ubuntu' ? 'sudo snap install chromium' : commandFor({ apt: 'chromium', brew: '--cask chromium' });
  stop(
    `找不到可用的浏览器。${command ? `请输入（please run）：${command}，` : '请安装 Chromium 或 Chrome（please install Chromium or Chrome），'}或用环境变量 NIANJIAN_BROWSER 指明浏览器程序。`,
  );
}

/** Whether the browser starts; asked again only when its file changes, because starting takes a third of a second. */
function startsOnce(browser, stampFile) {
  const identity = `${browser.path} ${statSync(browser.path).mtimeMs}`;
  if (isStamped(stampFile, identity)) return true;
  if (!starts(browser)) return false;
  remember(stampFile, identity);
  return true;
}

function remember(stampFile, identity) {
  try {
    stamp(stampFile, identity);
  } catch {
    // Who may not write here only has to wait for the browser's start each time.
  }
}

function starts({ path, args }) {
  return spawnSync(path, [...args, '--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function doesNotStart({ path, source }) {
  return `浏览器 ${path}（${source}）不能启动（does not start）。请重新安装，或用环境变量 NIANJIAN_BROWSER 指明另一个浏览器程序。`;
}
