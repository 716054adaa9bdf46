import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StrataDocument } from '#shared/document/document.ts';
import type { OpenedDocument, RunInfo } from '#shared/protocol/types.ts';
import { valueOf } from './connectedHost.ts';
import type { ConnectedHost } from './connectedHost.ts';

let folderCount = 0;

export async function newFolder(host: ConnectedHost): Promise<string> {
  folderCount += 1;
  const folder = join(host.folder, `case-${folderCount}`);
  await mkdir(folder);
  return folder;
}

export function spiral(host: ConnectedHost): Promise<OpenedDocument> {
  return valueOf(host.request('createFromTemplate', { template: 'playground-spiral' }));
}

export async function savedSpiral(
  host: ConnectedHost,
): Promise<{ document: StrataDocument; path: string }> {
  const { document } = await spiral(host);
  const path = join(await newFolder(host), 'spiral.strata');
  await valueOf(host.request('saveDocument', { document, path, overwrite: false }));
  return { document, path };
}

export function start(
  host: ConnectedHost,
  document: StrataDocument,
  path: string | null,
  epochs: number,
) {
  return host.request('startRun', { document, path, device: 'auto', epochs });
}

/** Trains to the end and gives the run as its folder holds it. */
export async function trained(
  host: ConnectedHost,
  document: StrataDocument,
  path: string | null,
  epochs: number,
): Promise<RunInfo> {
  const done = nextState(host, null, 'done');
  const run = await valueOf(start(host, document, path, epochs));
  await done;
  const runs = await valueOf(host.request('listRuns', { documentId: document.id, path }));
  const found = runs.find(({ id }) => id === run.id);
  if (!found) throw new Error('the run is not listed');
  return found;
}

/** Waits for a state of a run; rejects when the run fails instead. `null`: of whichever run comes. */
export function nextState(host: ConnectedHost, runId: string | null, kind: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = host.subscribe((event) => {
      if (event.name !== 'runState') return;
      if (runId !== null && event.data.runId !== runId) return;
      const { state } = event.data;
      if (state.kind !== kind && state.kind !== 'failed') return;
      stop();
      if (state.kind === kind) resolve();
      else reject(new Error(JSON.stringify(state)));
    });
  });
}
