// What Electron's own default_app does when it is given an app's folder; the test Electron comes without it.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!given) {
  console.error('Give the folder of an app.');
  app.exit(2);
} else {
  const folder = resolve(given);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
  app.setAppPath(folder);
  const main = join(folder, manifest.main);
  if (main.endsWith('.cjs')) require(main);
  else void import(pathToFileURL(main).href);
}
