import { utilityProcess } from 'electron';
import type { EngineHandle, EnginePaths, Fork } from '#main/core/engineHandle.ts';
import { engineEnvironment } from '#main/core/engineHandle.ts';
import type { FromEngine } from '#main/engine/messages.ts';

/** Forks engine processes with Electron's utilityProcess: Node without a window, which ends with the program. */
export function forkElectron(paths: EnginePaths): Fork {
  return (purpose): EngineHandle => {
    const child = utilityProcess.fork(paths.engineEntry, [purpose], {
      serviceName: `Strata engine (${purpose})`,
      stdio: 'ignore',
      env: { ...process.env, ...engineEnvironment(paths) },
    });
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
          listener(`exit code ${code}`);
        });
      },
      kill() {
        child.kill();
      },
    };
  };
}
