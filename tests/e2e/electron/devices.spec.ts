import { expect, test } from '@playwright/test';
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

// Engine processes are Electron's utilityProcesses here: worker threads and shared memory have to work in them.
test('several wasm threads train in the engine processes of Electron; WebGPU is refused with a sentence', async () => {
  const card = softwareCard();
  expect(card, 'the test Electron carries SwiftShader').not.toBeNull();
  Object.assign(process.env, card, { STRATA_WASM_THREADS: '2' });
  const { app, page } = await openProgram();
  const train = (device: string): Promise<Told> =>
    page.evaluate(async (wanted) => {
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

  const wasm = await train('wasm');
  // A remark would say that only one thread could be started.
  expect(wasm).toMatchObject({
    state: { kind: 'done', reason: 'finished' },
    devices: ['wasm'],
    remarks: [],
  });
  expect(wasm.losses).toHaveLength(2);
  // Electron's processes may not see the graphics card's memory: that is found out before a run, not in one.
  const webgpu = await train('webgpu');
  expect(webgpu).toMatchObject({
    state: { kind: 'failed', problem: { code: 'device.unreadableMemory' } },
    losses: [],
  });
  await app.close();
});
