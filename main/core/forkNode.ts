import { fork } from 'node:child_process';
import type { EngineHandle, EnginePaths, Fork } from '#main/core/engineHandle.ts';
import { engineEnvironment } from '#main/core/engineHandle.ts';
import { lastWords } from '#main/core/lastWords.ts';
import type { FromEngine } from '#main/engine/messages.ts';

/**
 * Forks engine processes with Node's child_process. They end with their parent, since their channel closes. `node`: the
 * Node to run them in, where this process is none; absent: this process's own.
 */
export function forkNode(paths: EnginePaths, node?: string): Fork {
  return (purpose): EngineHandle => {
    const child = fork(paths.engineEntry, [purpose], {
      serialization: 'advanced',
      // An engine's own output would mix with results on standard output.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, ...engineEnvironment(paths) },
      // Ctrl-C reaches the whole process group of a terminal; the engine must end by our word, with its weights kept.
      detached: true,
      // The arguments of another program's executable mean nothing to Node.
      ...(node === undefined ? {} : { execPath: node, execArgv: [] }),
    });
    const telling = lastWords(child.stderr);
    let exited = false;
    let onExit: ((reason: string) => void) | null = null;
    const exit = (reason: string) => {
      if (exited) return;
      exited = true;
      onExit?.(reason);
    };
    // Not `exit`: its last words may still be on their way then.
    child.on('close', (code, signal) => {
      exit((signal ?? `exit code ${code ?? 0}`) + telling());
    });
    child.on('error', (error) => {
      exit(error.message);
    });
    return {
      send(message) {
        if (child.connected) child.send(message, () => undefined);
      },
      onMessage(listener) {
        child.on('message', (message) => {
          listener(message as FromEngine);
        });
      },
      onExit(listener) {
        onExit = listener;
      },
      kill() {
        child.kill('SIGKILL');
      },
    };
  };
}
