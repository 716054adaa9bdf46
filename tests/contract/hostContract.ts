import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requests } from '#shared/protocol/requests.ts';
import type { RequestName } from '#shared/protocol/requests.ts';
import { codeOf } from './requests/connectedHost.ts';
import type { Cases, ConnectedHost } from './requests/connectedHost.ts';
import { blockCases } from './requests/blocks.ts';
import { dataCases } from './requests/data.ts';
import { deviceCases } from './requests/devices.ts';
import { documentCases } from './requests/documents.ts';
import { exportCases } from './requests/exports.ts';
import { runCases } from './requests/runs.ts';
import { settingsCases } from './requests/settings.ts';

/** One case for each request; a request without one does not compile. */
const cases: Cases = {
  ...settingsCases,
  ...blockCases,
  ...documentCases,
  ...deviceCases,
  ...dataCases,
  ...runCases,
  ...exportCases,
};

/** Runs every entry of the request table over one host, and what every host must refuse. */
export function hostContract(name: string, connect: () => Promise<ConnectedHost>): void {
  describe(`the request table over ${name}`, () => {
    let host: ConnectedHost;
    beforeAll(async () => {
      host = await connect();
    });
    afterAll(() => host.close());

    for (const request of Object.keys(requests) as RequestName[]) {
      test(request, () => cases[request](host));
    }

    test.each([
      ['an unknown request', 'formatDisk', {}, 'core.unknownRequest'],
      ['a name that every object has', 'constructor', {}, 'core.unknownRequest'],
      ['an input of another form', 'openDocument', { path: 7 }, 'core.badRequest'],
      ['too much input', 'hostInfo', { extra: true }, 'core.badRequest'],
      ['no input', 'openDocument', undefined, 'core.badRequest'],
      ['a relative path', 'openDocument', { path: 'a.strata' }, 'core.relativePath'],
      [
        'a document of another form',
        'autosaveDocument',
        { document: {}, path: null },
        'core.badRequest',
      ],
    ])('%s is refused', async (_, request, input, code) => {
      expect(await codeOf(host.requestUnchecked(request, input))).toBe(code);
    });
  });
}
