import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { softwareCard } from '#main/engine/devices/checks/softwareCard.ts';
import { openProgram } from '../../electron/openProgram.ts';

/** What a run told before it ended. */
interface Told {
  readonly state: unknown;
  readonly devices: readonly string[];
  readonly remarks: readonly string[];
  readonly losses: readonly number[];
}

interface Bridge {
  request(
    name: string,
    input: unknown,
  ): Promise<{ readonly ok: boolean; readonly value: unknown; readonly problem?: unknown }>;
  onEvent(listener: (event: { name: string; data: Record<string, never> }) => void): () => void;
}

/** Trains two epochs of a small model on a device. */
function train(page: Page, device: string): Promise<Told> {
  return page.evaluate(async (wanted) => {
    const { strataBridge } = window as unknown as { readonly strataBridge: Bridge };
    const opened = await strataBridge.request('createFromTemplate', {
      template: 'playground-spiral',
    });
    const { document } = opened.value as { readonly document: unknown };
    return new Promise<Told>((resolve) => {
      const devices: string[] = [];
      const remarks: string[] = [];
      const losses: number[] = [];
      const stop = strataBridge.onEvent(({ name, data }) => {
        const event = data as Readonly<Record<string, unknown>>;
        if (name === 'runDevice') devices.push(event['device'] as string);
        if (name === 'runLog') remarks.push((event['remark'] as { code: string }).code);
        if (name === 'runEpoch') losses.push((event['record'] as { loss: number }).loss);
        if (name !== 'runState') return;
        const state = event['state'] as { kind: string };
        if (state.kind !== 'done' && state.kind !== 'failed') return;
        stop();
        resolve({ state, devices, remarks, losses });
      });
      void strataBridge
        .request('startRun', { document, path: null, device: wanted, epochs: 2, seed: 4 })
        .then((answer) => {
          if (answer.ok) return;
          // Refused before anything was written: there is no run whose events could tell.
          stop();
          resolve({
            state: { kind: 'failed', problem: answer.problem },
            devices,
            remarks,
            losses,
          });
        });
    });
  }, device);
}

const card = softwareCard();
const finished = { kind: 'done', reason: 'finished' };

// Engine processes are Electron's utilityProcesses here: worker threads and shared memory have to work in them.
test('several wasm threads train in the engine processes of Electron', async () => {
  const { app, page } = await openProgram({ env: { STRATA_WASM_THREADS: '2' } });
  const wasm = await train(page, 'wasm');
  // A remark would say that only one thread could be started.
  expect(wasm).toMatchObject({ state: finished, devices: ['wasm'], remarks: [] });
  expect(wasm.losses).toHaveLength(2);
  await app.close();
});

test.describe('WebGPU', () => {
  test.skip(card === null, 'the test Electron, whose SwiftShader is the adapter, is not in .cache');

  test('trains in the window, in a process of plain Node', async () => {
    const { app, page } = await openProgram({ env: { ...card } });
    const webgpu = await train(page, 'webgpu');
    expect(webgpu).toMatchObject({
      state: finished,
      devices: ['webgpu'],
      remarks: ['device.softwareAdapter'],
    });
    // What follows is asked of Electron's own processes again.
    const wasm = await train(page, 'wasm');
    expect(wasm).toMatchObject({ state: finished, devices: ['wasm'] });
    expect(webgpu.losses).toHaveLength(2);
    webgpu.losses.forEach((loss, epoch) => {
      expect(Math.abs(loss - (wasm.losses[epoch] ?? Infinity))).toBeLessThan(1e-4);
    });
    await app.close();
  });

  test('is refused with a sentence where there is no Node', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'strata-no-node-'));
    const { app, page } = await openProgram({ env: { ...card, STRATA_NODE: '', PATH: empty } });
    const webgpu = await train(page, 'webgpu');
    expect(webgpu).toMatchObject({
      state: { kind: 'failed', problem: { code: 'device.needsNode' } },
      losses: [],
    });
    await app.close();
  });
});
