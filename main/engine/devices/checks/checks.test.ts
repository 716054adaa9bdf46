import { execFile } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { allChecks } from '#main/engine/devices/checks/allChecks.ts';
import { softwareCard } from '#main/engine/devices/checks/softwareCard.ts';
import { hasNative } from '#main/engine/graphMode/nativeForTests.ts';
import { forNode } from '#main/launch/build.mjs';

/** How a device is run, each in a process of its own: a process can hold one wasm backend and one native library. */
interface Place {
  readonly name: string;
  /** `cpu`, or a device id. */
  readonly device: string;
  readonly backend: string;
  readonly env: NodeJS.ProcessEnv;
  /** Why it cannot be run here; null: it can. */
  readonly missing: string | null;
  /** Checks that the backend is known to fail, none of which the program relies on. */
  readonly except?: readonly string[];
}

/** Inside the project, so that the bundle finds its packages. */
const entry = path.resolve('build/test/deviceChecks/runChecks.cjs');

const card = softwareCard();

const places: readonly Place[] = [
  {
    name: 'tfjs in JavaScript (the reference of other tests)',
    device: 'cpu',
    backend: 'cpu',
    env: {},
    missing: null,
    except: ['enlarged by the nearest pixel', 'enlarged with straight lines between pixels'],
  },
  {
    name: 'wasm, one thread',
    device: 'wasm',
    backend: 'wasm',
    env: { STRATA_WASM_THREADS: '1' },
    missing: null,
  },
  {
    name: 'wasm, two threads',
    device: 'wasm',
    backend: 'wasm',
    env: { STRATA_WASM_THREADS: '2' },
    missing: null,
  },
  {
    name: 'webgpu on SwiftShader',
    device: 'webgpu',
    backend: 'webgpu',
    env: card ?? {},
    missing: card === null ? 'the test Electron with its SwiftShader is not in .cache' : null,
  },
  {
    name: 'native library, op by op',
    device: 'native-cpu',
    backend: 'tensorflow',
    env: { TF_CPP_MIN_LOG_LEVEL: '2' },
    missing: hasNative ? null : 'no native library is installed',
  },
];

interface Report {
  readonly backend: string;
  readonly wrong: Readonly<Record<string, string | null>>;
}

function run({ device, env }: Place): Promise<Report> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [entry, device],
      { env: { ...process.env, ...env }, maxBuffer: 16e6 },
      (error, stdout, stderr) => {
        const line = stdout.split('\n').find((text) => text.startsWith('{"backend"'));
        if (line === undefined) reject(new Error(`${error?.message ?? ''}\n${stderr}`));
        else resolve(JSON.parse(line) as Report);
      },
    );
  });
}

beforeAll(async () => {
  await build({
    ...forNode,
    entryPoints: ['main/engine/devices/checks/runChecks.ts'],
    outfile: entry,
  });
});

describe.each(places)('$name', (place) => {
  const { missing, backend, except = [] } = place;
  if (missing !== null) {
    console.warn(`Skipped, ${place.name}: ${missing}.`);
    test.skip(missing, () => undefined);
    return;
  }
  let report: Report | null = null;
  beforeAll(async () => {
    report = await run(place);
  }, 600_000);

  test('is what computed', () => {
    expect(report?.backend).toBe(backend);
    expect(Object.keys(report?.wrong ?? {})).toHaveLength(allChecks.length);
  });

  test.each(allChecks.filter(({ name }) => !except.includes(name)))('$name', ({ name }) => {
    expect(report?.wrong[name]).toBeNull();
  });
});
