import { expect, test } from 'vitest';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { Answer } from '#shared/protocol/requests.ts';
import type { Result } from '#shared/problems/problem.ts';
import { openProgram } from '../electron/openProgram.ts';
import { hostContract } from './hostContract.ts';

interface Bridge {
  request(name: string, input: unknown): Promise<unknown>;
  onEvent(listener: (event: HostEvent) => void): () => void;
}

declare global {
  interface Window {
    /** Set by the test: hands the page's events to it. */
    readonly strataTestEvent?: (event: HostEvent) => void;
  }
}

// Through the page's own bridge: contextBridge, ipc and utilityProcess lie on the way.
hostContract('the Electron window', async () => {
  const { app, page, folder } = await openProgram();
  const listeners = new Set<(event: HostEvent) => void>();
  await page.exposeFunction('strataTestEvent', (event: HostEvent) => {
    for (const listener of [...listeners]) listener(event);
  });
  await page.evaluate(() => {
    const { strataBridge } = window as unknown as { readonly strataBridge: Bridge };
    strataBridge.onEvent((event) => window.strataTestEvent?.(event));
  });
  const ask = (name: string, input: unknown): Promise<unknown> =>
    page.evaluate(
      ([asked, given]) => {
        const { strataBridge } = window as unknown as { readonly strataBridge: Bridge };
        return strataBridge.request(asked, given);
      },
      [name, input] as const,
    );
  return {
    request: async (name, input) => (await ask(name, input)) as Answer<typeof name>,
    requestUnchecked: async (name, input) => (await ask(name, input)) as Result<unknown>,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    folder,
    close: () => app.close(),
  };
});

test('the page has no Node, no other address, and one door', async () => {
  const { app, page } = await openProgram();
  expect(
    await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      bridge: Object.keys(
        (window as unknown as { readonly strataBridge: object }).strataBridge,
      ).sort(),
      address: location.href,
    })),
  ).toEqual({
    node: [],
    bridge: ['onEvent', 'pathForFile', 'pickPath', 'request', 'setUnsaved', 'showFolder'],
    address: 'strata://page/index.html',
  });
  const fetched = await page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(fetched).toBe('refused');
  // Asked in the main process: Playwright would wait for a navigation that never comes.
  const address = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    void contents?.executeJavaScript(
      "setTimeout(() => { location.href = 'https://example.org/' })",
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    return contents?.getURL();
  });
  expect(address).toBe('strata://page/index.html');
  await app.close();
});
