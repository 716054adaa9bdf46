// The native engine for the tests, in .cache/engines: every test's home uses it through STRATA_ENGINES.
// `node tests/setup/engine.mjs` prints the folder.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../main/launch/build.mjs';

/**
 * Installs the library of native-cpu with the program's own command, or checks the one that is there (a second or two). The
 * program must have been built. STRATA_ENGINES names another folder.
 * @returns {Promise<string>} the folder of engines
 * @throws {Error} where it cannot be had; the command has said why
 */
export async function ensureEngine() {
  const folder = process.env.STRATA_ENGINES ?? join(root, '.cache', 'engines');
  const child = spawn(
    process.execPath,
    [join(root, 'build/main/cli.cjs'), 'devices', 'install', 'native-cpu'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, STRATA_APP_ROOT: root, STRATA_ENGINES: folder },
    },
  );
  const code = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  if (code === 0) return folder;
  throw new Error(
    'The tests of native training need the engine native-cpu; above is why it is missing.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await ensureEngine());
