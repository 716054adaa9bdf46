import { utilityProcess } from 'electron';
import type { EngineHandle, EnginePaths, Fork } from '#main/core/engineHandle.ts';
import { engineEnvironment } from '#main/core/engineHandle.ts';
import { lastWords } from '#main/core/lastWords.ts';
import type { FromEngine } from '#main/engine/messages.ts';

/**
 * Forks engine processes with Electron's utilityProcess: Node without a window, which ends with the program. `node`: the
 * plain Node of this machine, in which such a process asks devices that need one; null: there is none.
 */
export function forkElectron(paths: EnginePaths, node: string | null): Fork {
  return (purpose): EngineHandle => {
    const child = utilityProcess.fork(paths.engineEntry, [purpose], {
      serviceName: `Strata engine (${purpose})`,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...engineEnvironment(paths, node) },
    });
    const telling = lastWords(child.stderr);
    let hasExited = false;
    return {
      send(message) {
        if (!hasExited) child.postMessage(message);
      },
      onMessage(listener) {
        child.on('message', (message: FromEngine) => {
          listener(message);
        });
      },
      onExit(listener) {
        child.once('exit', (code) => {
          hasExited = true;
          listener(`exit code ${code}${telling()}`);
        });
      },
      kill() {
        child.kill();
      },
    };
  };
}
