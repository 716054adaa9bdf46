import { serve } from '#main/hosts/web/serve.ts';
import { coreForTests } from '../hosts/coreForTests.ts';
import { connected } from '../hosts/socketClient.ts';
import { hostContract } from './hostContract.ts';

hostContract('the command line', async () => {
  const { core, folder, close } = await coreForTests();
  return {
    request: (name, input) => core.request(name, input, 'cli'),
    requestUnchecked: (name, input) => core.requestUnchecked(name, input, 'cli'),
    subscribe: (listener) => core.subscribe(listener),
    folder,
    close,
  };
});

hostContract('the web host', async () => {
  const { core, folder, paths, close } = await coreForTests({ host: 'web' });
  const web = await serve(core, { port: 0, rendererFolder: paths.rendererFolder });
  if (!web.ok) throw new Error(web.problem.code);
  const client = await connected(web.value.url);
  return {
    request: client.request,
    requestUnchecked: async (name, input) => {
      const answer = await client.requestUnchecked(name, input);
      return answer as Awaited<ReturnType<typeof core.requestUnchecked>>;
    },
    subscribe: client.subscribe,
    folder,
    async close() {
      await client.close();
      await web.value.close();
      await close();
    },
  };
});
