import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The oldest Node that the program runs in. */
const oldestMajor = 20;

/** A program that only pretends to be Node must not hold up the window. */
const longestMs = 3000;

/** Where Node's installers put it: what is started from the desktop of macOS does not see the user's PATH. */
const usualFolders: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/usr/local/bin', '/opt/homebrew/bin'],
};

/**
 * A real Node, 20 or later, for engine processes that Electron's own cannot stand in for: the one that `npm start` runs in
 * (`STRATA_NODE`), else the first on PATH. null: there is none.
 */
export async function findNode(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | null> {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = [
    ...(env.PATH ?? env.Path ?? '').split(delimiter),
    ...(usualFolders[process.platform] ?? []),
  ];
  const candidates = [env.STRATA_NODE ?? '', ...folders.map((folder) => join(folder, name))];
  // A relative one would depend on the folder that the program happens to be started in.
  for (const path of new Set(candidates.filter((each) => isAbsolute(each) && existsSync(each)))) {
    if (await isNode(path)) return path;
  }
  return null;
}

function isNode(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Electron's variable would make a second Electron answer like Node.
    const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = process.env;
    const options = { env, timeout: longestMs, windowsHide: true };
    execFile(path, ['--version'], options, (error, stdout) => {
      const major = /^v(\d+)\.\d+\.\d+/.exec(stdout)?.[1];
      resolve(error === null && major !== undefined && Number(major) >= oldestMajor);
    });
  });
}
