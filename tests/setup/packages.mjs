// System packages that a test needs: found, or installed with Debian's apt, or named in one sentence.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a program on PATH, or null. */
export function findProgram(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return null;
}

function runQuietly(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Makes sure that something is there, installing Debian packages where we may.
 * @param {string} what for example `Chromium`
 * @param {string[]} packages Debian's names
 * @param {() => Promise<string | null> | string | null} lacks why it is not there, or null
 * @throws {Error} with what is missing and how to install it
 */
export async function ensurePackages(what, packages, lacks) {
  const why = await lacks();
  if (!why) return;
  const command = `apt-get install ${packages.join(' ')}`;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !findProgram('apt-get')) {
    throw new Error(
      `${what} cannot be used: ${why}. Install it first; on Debian and Ubuntu: ${command}`,
    );
  }
  console.error(`${what}: ${why}; running ${command} …`);
  await runQuietly('apt-get', ['update', '-qq']);
  await runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const still = await lacks();
  if (still) throw new Error(`${what} cannot be used: ${still}, also after ${command}.`);
}
