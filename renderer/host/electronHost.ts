import type { Host } from '#shared/protocol/host.ts';
import type { Answer, RequestInput, RequestName } from '#shared/protocol/requests.ts';
import type { StrataBridge } from '#renderer/host/bridge.ts';

/** The host behind Electron's preload. Its connection cannot be lost: page and program end together. */
export function electronHost(bridge: StrataBridge): Host {
  return {
    async request<Name extends RequestName>(name: Name, input: RequestInput<Name>) {
      return (await bridge.request(name, input)) as Answer<Name>;
    },
    subscribe: (listener) => bridge.onEvent(listener),
    onConnection(listener) {
      listener('connected');
      return () => undefined;
    },
    pickPath: (options) => bridge.pickPath(options),
    showFolder: (path) => bridge.showFolder(path),
  };
}
