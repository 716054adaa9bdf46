import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { softwareCard } from '#main/engine/devices/checks/softwareCard.ts';
import { mergeAxes } from '#main/engine/devices/webgpu/kernels/broadcasting.ts';
import { describeAdapter } from '#main/engine/devices/webgpu/probeAdapter.ts';
import { forNode } from '#main/launch/build.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-webgpu-'));
const card = softwareCard();
let scripts = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a script with the program's sources in a process of its own; gives the JSON value of its last line. */
async function runScript(
  text: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly said: unknown; readonly code: number | null }> {
  // Inside the project, so that the bundle finds its packages.
  const outfile = path.resolve(`build/test/webgpu/script${scripts++}.cjs`);
  await build({
    ...forNode,
    stdin: { contents: text, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
  });
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [outfile],
      { env: { ...process.env, ...env } },
      (_, stdout, stderr) => {
        const last = stdout.trim().split('\n').at(-1) ?? '';
        try {
          resolve({ said: JSON.parse(last), code: child.exitCode });
        } catch {
          reject(new Error(`${stdout}\n${stderr}`));
        }
      },
    );
  });
}

describe('adapters by the words of their drivers', () => {
  test.each([
    [
      { vendor: 'nvidia', architecture: 'ada', device: 'NVIDIA GeForce RTX 4070', description: '' },
      { name: 'NVIDIA GeForce RTX 4070', isSoftware: false },
    ],
    [
      { vendor: 'intel', architecture: 'gen-12lp', device: '0x9a49', description: 'Iris Xe' },
      { name: 'Iris Xe', isSoftware: false },
    ],
    [
      { vendor: 'apple', architecture: 'common-3' },
      { name: 'apple common-3', isSoftware: false },
    ],
    [
      { vendor: 'google', architecture: 'swiftshader', device: 'swiftshader-device-subzero-' },
      { name: 'swiftshader-device-subzero-', isSoftware: true },
    ],
    [
      { vendor: 'mesa', device: 'llvmpipe (LLVM 15.0.6, 256 bits)' },
      { name: 'llvmpipe (LLVM 15.0.6, 256 bits)', isSoftware: true },
    ],
    [
      { vendor: 'microsoft', device: 'Microsoft Basic Render Driver' },
      { name: 'Microsoft Basic Render Driver', isSoftware: true },
    ],
    [
      { vendor: 'nobody', device: 'Card X', isFallbackAdapter: true },
      { name: 'Card X', isSoftware: true },
    ],
    [{ device: 'WarpDrive 9000' }, { name: 'WarpDrive 9000', isSoftware: false }],
    [{}, { name: 'WebGPU', isSoftware: false }],
  ])('%j', (info, adapter) => {
    expect(describeAdapter(info)).toEqual(adapter);
  });
});

test.each([
  [[2, 5, 6, 5, 2], [2], [300, 2], [1, 2]],
  [[2, 5, 6, 5, 2], [2, 5, 6, 5, 2], [600], [600]],
  [
    [2, 1, 6, 1, 2],
    [2, 3, 1, 4, 2],
    [2, 1, 6, 1, 2],
    [2, 3, 1, 4, 2],
  ],
  [[1, 1, 1, 1, 1], [7, 1, 1, 1, 1], [1], [7]],
])('axes of %j and %j that broadcast alike are one', (a, b, mergedA, mergedB) => {
  expect(mergeAxes(a, b)).toEqual([mergedA, mergedB]);
});

test('a machine without a graphics card is told so, and auto goes on', async () => {
  const { said } = await runScript(
    `import { listDevices, openDevice } from '#main/engine/devices/index.ts';
    async function main() {
      const devices = await listDevices();
      const opened = await openDevice('webgpu');
      console.log(JSON.stringify({ info: devices.find(({ id }) => id === 'webgpu'), opened }));
    }
    void main();`,
    {
      VK_ICD_FILENAMES: path.join(folder, 'none.json'),
      VK_DRIVER_FILES: path.join(folder, 'none.json'),
    },
  );
  const problem = { code: 'device.noAdapter' };
  expect(said).toMatchObject({ info: { unavailable: problem }, opened: { ok: false, problem } });
});

describe.skipIf(card === null)('on a software graphics card', () => {
  const env = card ?? {};

  test('it is named as such, works, is not taken by auto, and lets its process end', async () => {
    const { said, code } = await runScript(
      `import * as tf from '@tensorflow/tfjs';
      import { listDevices, openDevice } from '#main/engine/devices/index.ts';
      async function main() {
        const info = (await listDevices()).find(({ id }) => id === 'webgpu');
        const auto = await openDevice('auto');
        const id = auto.ok ? auto.value.id : auto.problem.code;
        const sums = [];
        for (let i = 0; i < 2; i++) {
          const opened = await openDevice('webgpu');
          if (!opened.ok) throw new Error(opened.problem.code);
          const { capabilities, remarks, fault, close } = opened.value;
          sums.push((await tf.ones([3000]).add(1).sum().data())[0], tf.getBackend());
          sums.push(capabilities.canReadSynchronously, remarks[0].code, fault());
          close();
        }
        console.log(JSON.stringify({ info, id, sums }));
      }
      void main();`,
      env,
    );
    const each = [6000, 'webgpu', false, 'device.softwareAdapter', null];
    expect(said).toMatchObject({
      info: { unavailable: null, isSoftware: true, detail: { en: 'swiftshader-device-subzero-' } },
      sums: [...each, ...each],
    });
    expect((said as { id: string }).id).not.toBe('webgpu');
    expect(code).toBe(0);
  });

  test('an invalid shader, which nobody throws, is found out', async () => {
    const { said } = await runScript(
      `import * as tf from '@tensorflow/tfjs';
      import { openDevice } from '#main/engine/devices/index.ts';
      async function main() {
        const opened = await openDevice('webgpu');
        if (!opened.ok) throw new Error(opened.problem.code);
        const before = opened.value.fault();
        tf.backend().device.createShaderModule({ code: 'nonsense' });
        await tf.ones([3000]).add(1).data();
        const after = opened.value.fault();
        opened.value.close();
        console.log(JSON.stringify({ before, after }));
      }
      void main();`,
      env,
    );
    expect(said).toMatchObject({ before: null, after: { code: 'device.gpuError' } });
  });

  test('training gives the losses of wasm, and stops with a sentence when the card is lost', async () => {
    for (const name of ['wasm', 'webgpu', 'lost']) mkdirSync(path.join(folder, name));
    const { said } = await runScript(
      `import * as tf from '@tensorflow/tfjs';
      import { runTraining } from '#main/engine/train/runTraining.ts';
      import { RunControl } from '#main/engine/train/runControl.ts';
      import { templates } from '#shared/document/templates.ts';
      async function train(id, device, name, onEpoch) {
        const losses = [];
        const { document } = templates.find((each) => each.id === id);
        const result = await runTraining(
          { document, documentFolder: null, device, seed: 3, epochs: 2, runFolder: ${JSON.stringify(folder)} + '/' + name, continuing: null },
          new RunControl(() => undefined),
          (event) => {
            if (event.type !== 'runEpoch') return;
            losses.push(event.record.loss, event.record.valLoss);
            onEpoch?.();
          },
        );
        return { result, losses };
      }
      async function main() {
        const wasm = await train('playground-spiral', 'wasm', 'wasm');
        const webgpu = await train('playground-spiral', 'webgpu', 'webgpu');
        const lost = await train('playground-spiral', 'webgpu', 'lost', () => tf.backend().device.destroy());
        console.log(JSON.stringify({ wasm, webgpu, lost }));
      }
      void main();`,
      env,
    );
    interface Outcome {
      readonly result: unknown;
      readonly losses: readonly number[];
    }
    const { wasm, webgpu, lost } = said as Readonly<Record<string, Outcome>>;
    expect(webgpu?.result).toEqual({ ok: true, value: { reason: 'finished' } });
    expect(webgpu?.losses).toHaveLength(4);
    webgpu?.losses.forEach((loss, index) => {
      expect(Math.abs(loss - (wasm?.losses[index] ?? 0))).toBeLessThan(1e-4);
    });
    expect(lost?.result).toMatchObject({ ok: false, problem: { code: 'device.gpuLost' } });
    expect(lost?.losses).toHaveLength(2);
  });
});
