// Native training in the engine processes of Node and of a real Electron, and what is said when such a process ends.
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StrataDocument } from '#shared/document/document.ts';
import { instantiate, templates } from '#shared/document/templates.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { RunState } from '#shared/protocol/types.ts';
import { openProgram } from '../electron/openProgram.ts';
import { coreForTests } from '../hosts/coreForTests.ts';
import type { TestCore } from '../hosts/coreForTests.ts';

const device = 'native-cpu';

function documentOf(id: string, change: Partial<StrataDocument['training']> = {}): StrataDocument {
  const template = templates.find((one) => one.id === id);
  if (template === undefined) throw new Error(id);
  const document = instantiate(template);
  return { ...document, training: { ...document.training, ...change } };
}

const isOver = ({ kind }: RunState) => kind === 'done' || kind === 'failed';

describe('in Node', () => {
  let host: TestCore;
  beforeAll(async () => {
    host = await coreForTests();
  });
  afterAll(() => host.close());

  async function run(
    document: StrataDocument,
    epochs: number,
    onEvent?: (event: HostEvent) => void,
  ) {
    const ended = new Promise<RunState>((resolve) => {
      const stop = host.core.subscribe((event) => {
        onEvent?.(event);
        if (event.name !== 'runState' || !isOver(event.data.state)) return;
        stop();
        resolve(event.data.state);
      });
    });
    const started = await host.core.request(
      'startRun',
      { document, path: null, device, epochs },
      'test',
    );
    expect(started.ok).toBe(true);
    return ended;
  }

  test('a run trains on TensorFlow’s library', async () => {
    const devices = new Set<string>();
    const state = await run(documentOf('table-binary'), 1, (event) => {
      if (event.name === 'runDevice') devices.add(event.data.device);
    });
    expect(state).toEqual({ kind: 'done', reason: 'finished' });
    expect([...devices]).toEqual([device]);
  });

  test('a process that is killed is a sentence, its weights stay, and the next run works', async () => {
    let epochs = 0;
    const state = await run(documentOf('playground-spiral'), 100_000, (event) => {
      if (event.name !== 'runEpoch') return;
      epochs += 1;
      if (epochs === 3) host.engines.at(-1)?.kill();
    });
    expect(state).toMatchObject({
      kind: 'failed',
      problem: { code: 'engine.died', values: { reason: 'SIGKILL' } },
    });
    const listed = await host.core.request('hostInfo', {}, 'test');
    expect(listed.ok).toBe(true);
    expect(await run(documentOf('playground-spiral'), 1)).toMatchObject({ kind: 'done' });
  });

  test('a model that cannot fit into memory is refused before it takes the process along', async () => {
    const document = documentOf('mnist-cnn', { batchSize: 8192 });
    const nodes = document.graph.nodes.map((node) =>
      node.kind === 'conv2d' ? { ...node, params: { ...node.params, filters: 4096 } } : node,
    );
    const large = { ...document, graph: { ...document.graph, nodes } };
    expect(await run(large, 1)).toMatchObject({
      kind: 'failed',
      problem: { code: 'engine.modelTooLarge', values: { batchSize: 8192 } },
    });
  });
});

interface Bridge {
  request(name: string, input: unknown): Promise<unknown>;
  onEvent(listener: (event: HostEvent) => void): () => void;
}

describe('in a real Electron, whose engines are utilityProcesses', () => {
  let page: Page;
  let close: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    const program = await openProgram();
    page = program.page;
    close = () => program.app.close();
  });
  afterAll(() => close());

  const ask = (name: string, input: unknown): Promise<unknown> =>
    page.evaluate(
      ([asked, given]) => {
        const { strataBridge } = window as unknown as { readonly strataBridge: Bridge };
        return strataBridge.request(asked, given);
      },
      [name, input] as const,
    );

  test('the device is found and trains', async () => {
    expect(await ask('listDevices', {})).toMatchObject({
      ok: true,
      value: expect.arrayContaining([
        expect.objectContaining({ id: device, unavailable: null }) as unknown,
      ]) as unknown,
    });
    const ended = page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const { strataBridge } = window as unknown as { readonly strataBridge: Bridge };
          const devices: string[] = [];
          strataBridge.onEvent((event) => {
            if (event.name === 'runDevice') devices.push(event.data.device);
            if (event.name !== 'runState') return;
            const { state } = event.data;
            if (state.kind === 'done' || state.kind === 'failed') resolve({ state, devices });
          });
        }),
    );
    const document = documentOf('table-binary');
    expect(await ask('startRun', { document, path: null, device, epochs: 1 })).toMatchObject({
      ok: true,
    });
    expect(await ended).toEqual({
      state: { kind: 'done', reason: 'finished' },
      devices: [device],
    });
  });
});
