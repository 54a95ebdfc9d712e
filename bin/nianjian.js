#!/usr/bin/env node
// The way in: looks whether the program can run at all, then hands over to build/cli/main.js.
import { existsSync } from 'node:fs';

const main = new URL('../build/cli/main.js', import.meta.url);
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  lacking(
    `nianjian：需要 Node.js 20 或更新版本，现在是 ${process.versions.node}（please install Node.js 20 or newer）。`,
  );
} else if (!existsSync(main)) {
  lacking('nianjian：程序还没有准备好。请在程序文件夹里输入（please run）：npm run setup');
} else {
  import(main.href).then(
    async ({ main }) => {
      process.exitCode = await main(process.argv);
    },
    (error) => {
      // Compiled, but node_modules is gone or from another time.
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      lacking('nianjian：软件包不全。请在程序文件夹里输入（please run）：npm run setup');
    },
  );
}

function lacking(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 3;
}
