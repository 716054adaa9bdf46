import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Tool } from '#main/engine/devices/native/findTools.ts';
import { hashFile } from '#main/engine/devices/native/manifest.ts';
import { wheelPython } from '#main/engine/devices/native/platforms.ts';
import type { Wheel } from '#main/engine/devices/native/platforms.ts';
import { isCancelled, runProgram } from '#main/engine/devices/native/runProgram.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** How often the growing file is looked at. */
const lookEveryMs = 200;

/** What pip says where the registry cannot be reached, or does not know the package from here. */
const unreachable =
  /NewConnectionError|ConnectionError|Temporary failure in name resolution|Name or service not known|timed out|ProxyError|SSLError|Could not find a version|Network is unreachable|Connection refused|ConnectTimeout/i;
const noSpace = /No space left on device/i;

/**
 * Fetches a wheel with pip into `folder`, unless it lies there already from an earlier try, and compares it with the hash of
 * the table. pip downloads into a temporary folder of ours, whose growth is the progress. Problems: `install.noNetwork`,
 * `workspace.diskFull`, `install.pipFailed`, `install.wrongContent`, `install.cancelled`.
 */
export async function downloadWheel(
  wheel: Wheel,
  pip: Tool,
  folder: string,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<Result<string>> {
  const file = path.join(folder, wheel.file);
  if ((await hashFile(file, signal)) === wheel.sha256) return ok(file);
  const temporary = path.join(folder, 'pip');
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  const timer = setInterval(() => {
    void largestFile([temporary, folder], '.whl').then((bytes) => {
      onBytes(Math.min(bytes, wheel.sizeBytes));
    });
  }, lookEveryMs);
  const end = await runProgram(
    pip.command,
    [
      ...pip.args,
      'download',
      `${wheel.name}==${wheel.version}`,
      '--no-deps',
      '--only-binary=:all:',
      '--python-version',
      wheelPython,
      ...wheel.platforms.flatMap((platform) => ['--platform', platform]),
      '--dest',
      folder,
      '--no-cache-dir',
      '--no-input',
      '--disable-pip-version-check',
      '--progress-bar',
      'off',
      '--retries',
      '2',
    ],
    { signal, env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary } },
  );
  clearInterval(timer);
  await rm(temporary, { recursive: true, force: true });
  if (isCancelled(signal)) return refuse('install.cancelled');
  if (end.code !== 0) return refused(end.output, wheel);
  onBytes(wheel.sizeBytes);
  if ((await hashFile(file, signal)) === wheel.sha256) return ok(file);
  await rm(file, { force: true });
  if (isCancelled(signal)) return refuse('install.cancelled');
  return refuse('install.wrongContent', { file: wheel.file });
}

function refused(output: string, wheel: Wheel): Result<never> {
  const what = `${wheel.name} ${wheel.version}`;
  if (noSpace.test(output)) return refuse('workspace.diskFull', { path: wheel.file });
  if (unreachable.test(output)) return refuse('install.noNetwork', { name: what });
  const errors = output.split('\n').filter((line) => line.startsWith('ERROR'));
  return refuse('install.pipFailed', { name: what, reason: errors.at(-1) ?? output.slice(-200) });
}

/** Size of the largest file with this ending, at most one folder deep: pip makes a folder of its own. */
async function largestFile(folders: readonly string[], ending: string): Promise<number> {
  let largest = 0;
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names) {
      if (!name.endsWith(ending)) continue;
      const size = await stat(path.join(folder, name)).then(
        (found) => found.size,
        () => 0,
      );
      largest = Math.max(largest, size);
    }
  }
  return largest;
}
