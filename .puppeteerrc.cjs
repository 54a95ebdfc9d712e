// Chromium comes from the system or from an npm package (scripts/setup.mjs), never from a download.
module.exports = { skipDownload: true };
