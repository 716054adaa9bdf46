// `npm run strata -- ...`: the command line, built first if it is stale (only the program, never the page, unless it serves).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildStale, root } from './build.mjs';

// Standard output belongs to the command's results, so the build speaks on standard error.
const serves = process.argv[2] === 'serve';
await buildStale({
  ...(serves ? {} : { only: 'program' }),
  say: (line) => console.error(line),
});
const child = spawn(
  process.execPath,
  [join(root, 'build/main/cli.cjs'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, STRATA_APP_ROOT: root },
  },
);
// The child hears Ctrl-C from the terminal itself and ends in its own way; we only wait.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 3 : (code ?? 3)));
