import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appRoot } from '../hosts/builtProgram.ts';

/** The program served for a browser, with a home of its own. */
export interface ServedPage {
  readonly url: string;
  readonly home: string;
  /** An empty folder that the page may use. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts `strata serve` on a free port. Its home folder holds the test's files, since it is an allowed folder. */
export async function servePage(): Promise<ServedPage> {
  await promisify(execFile)(process.execPath, [join(appRoot, 'main/launch/build.mjs')]);
  const base = await realpath(await mkdtemp(join(tmpdir(), 'strata-page-')));
  const folder = join(base, 'files');
  const home = join(base, 'home');
  await mkdir(folder);
  const child = spawn(
    process.execPath,
    [join(appRoot, 'build/main/cli.cjs'), 'serve', '--no-open'],
    { env: { ...process.env, STRATA_HOME: home, STRATA_APP_ROOT: appRoot, HOME: base } },
  );
  return { url: await addressOf(child), home, folder, close: () => ended(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/\S+/.exec(output);
      if (address) resolve(address[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', () => {
      reject(new Error(`strata serve ended: ${output}`));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
}
