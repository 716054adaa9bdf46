import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** A graphics adapter, as its driver describes it. */
export interface Adapter {
  readonly name: string;
  /** True where a program on the processor plays the graphics card. */
  readonly isSoftware: boolean;
}

/** A driver that does not answer must not hold up the list of devices. */
const longestMs = 15_000;

/** What the child finds, one JSON object after the mark; drivers may write before it. */
const mark = 'strata-adapter:';

const script = `
const say = (value) => process.stdout.write('${mark}' + JSON.stringify(value) + '\\n', () => process.exit(0));
import(process.argv[1]).then(async ({ create, globals }) => {
  Object.assign(globalThis, globals);
  const adapter = await create([]).requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return say({ none: true });
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const opened = await adapter.requestDevice();
  const buffer = opened.createBuffer({ size: 16, usage: GPUBufferUsage.COPY_SRC, mappedAtCreation: true });
  buffer.getMappedRange();
  buffer.unmap();
  opened.destroy();
  say({ vendor, architecture, device, description, isFallbackAdapter });
}).catch((error) => say({ error: String(error.message ?? error).split('\\n')[0] }));
`;

let found: Promise<Result<Adapter>> | null = null;

/**
 * The adapter that WebGPU would compute with. Asked in a process of its own, because a broken driver ends the process that
 * loads it; once in the life of this process. Problems: `device.noAddon`, `device.noAdapter`, `device.needsNode`,
 * `device.driverFailed`.
 */
export function probeAdapter(): Promise<Result<Adapter>> {
  found ??= probe();
  return found;
}

async function probe(): Promise<Result<Adapter>> {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve('webgpu');
  } catch {
    return refuse('device.noAddon', { platform: platform() });
  }
  const { output, end } = await run(['-e', script, pathToFileURL(entry).href]);
  // The child is judged by what it said: an addon may end badly after it has answered.
  const line = output.split('\n').find((text) => text.startsWith(mark));
  if (line === undefined) return refuse('device.driverFailed', { reason: end });
  const said = JSON.parse(line.slice(mark.length)) as {
    readonly none?: true;
    readonly error?: string;
    readonly vendor?: string;
    readonly architecture?: string;
    readonly device?: string;
    readonly description?: string;
    readonly isFallbackAdapter?: boolean;
  };
  if (said.none === true) return refuse('device.noAdapter');
  // There is an adapter, and no plain Node to use it in.
  if (said.error !== undefined && /external buffers/i.test(said.error)) {
    return refuse('device.needsNode');
  }
  if (said.error !== undefined) {
    const isMissing = /cannot find module|no such file/i.test(said.error);
    const problem: Problem = isMissing
      ? { code: 'device.noAddon', severity: 'error', values: { platform: platform() } }
      : { code: 'device.driverFailed', severity: 'error', values: { reason: said.error } };
    return { ok: false, problem };
  }
  return ok(describeAdapter(said));
}

/** The adapter's name and kind. Some drivers leave most of it empty. */
export function describeAdapter(info: {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly device?: string;
  readonly description?: string;
  readonly isFallbackAdapter?: boolean;
}): Adapter {
  const { vendor = '', architecture = '', device = '', description = '' } = info;
  const all = [vendor, architecture, device, description].join(' ');
  // `device` is often a number that says nothing to a reader.
  const name = [device, description].find((text) => /[a-z]/i.test(text) && !/^0x/.test(text));
  return {
    name: name ?? ([vendor, architecture].filter((text) => text !== '').join(' ') || 'WebGPU'),
    isSoftware:
      info.isFallbackAdapter === true ||
      /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render|\bwarp\b/i.test(all),
  };
}

function platform(): string {
  return `${process.platform}-${process.arch}`;
}

function run(args: readonly string[]): Promise<{ readonly output: string; readonly end: string }> {
  return new Promise((resolve) => {
    execFile(
      // The Node in which it would train; in Electron without one, Electron itself still tells whether there is an adapter.
      process.env.STRATA_NODE || process.execPath,
      [...args],
      {
        // Without these the child would inherit a debugger's port or become a window.
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
        timeout: longestMs,
        windowsHide: true,
      },
      (error, stdout) => {
        const signal = error?.signal;
        const end = typeof signal === 'string' ? signal : `exit code ${error?.code ?? 0}`;
        resolve({ output: stdout, end });
      },
    );
  });
}
