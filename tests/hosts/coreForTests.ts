import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '#main/core/createCore.ts';
import type { Core, CoreOptions } from '#main/core/createCore.ts';
import type { EngineHandle } from '#main/core/engineHandle.ts';
import { forkNode } from '#main/core/forkNode.ts';
import { paths as pathsOf } from '#main/workspace/paths.ts';
import type { Paths } from '#main/workspace/paths.ts';
import { appRoot, builtProgram } from './builtProgram.ts';

/** A core of its own home, with real engine processes. */
export interface TestCore {
  readonly core: Core;
  readonly paths: Paths;
  /** Where the test may write; an allowed folder. */
  readonly folder: string;
  /** Engine processes that were forked, the newest last. */
  readonly engines: readonly EngineHandle[];
  readonly close: () => Promise<void>;
}

/** Makes a core in a new folder. */
export async function coreForTests(options: Partial<CoreOptions> = {}): Promise<TestCore> {
  await builtProgram();
  const base = await realpath(await mkdtemp(join(tmpdir(), 'strata-core-')));
  const folder = join(base, 'files');
  await mkdir(folder);
  const home = join(base, 'home');
  const paths = pathsOf({
    appRoot,
    env: { STRATA_HOME: home, STRATA_ENGINES: process.env.STRATA_ENGINES },
  });
  const fork = forkNode(paths);
  const engines: EngineHandle[] = [];
  const core = createCore({
    paths,
    forks: {
      usual: (purpose) => {
        // Engine processes keep their cache where the environment says.
        process.env.STRATA_HOME = home;
        const engine = fork(purpose);
        engines.push(engine);
        return engine;
      },
      inNode: null,
    },
    host: 'cli',
    version: '0.0.0-test',
    locale: 'en',
    ...options,
    ...(options.host === 'web' ? { allowedFolders: [folder] } : {}),
  });
  return {
    core,
    paths,
    folder,
    engines,
    async close() {
      await core.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}
