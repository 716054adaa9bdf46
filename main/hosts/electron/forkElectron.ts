import { utilityProcess } from 'electron';
import type { EngineHandle, Fork } from '#main/core/engineHandle.ts';
import type { FromEngine } from '#main/engine/messages.ts';

/** Forks engine processes with Electron's utilityProcess: Node without a window, which ends with the program. */
export function forkElectron(engineEntry: string, appRoot: string): Fork {
  return (purpose): EngineHandle => {
    const child = utilityProcess.fork(engineEntry, [purpose], {
      serviceName: `Strata engine (${purpose})`,
      stdio: 'ignore',
      env: { ...process.env, STRATA_APP_ROOT: appRoot },
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
