import { ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { DeviceInfo, InstallProgress, ListedDevice } from '#shared/protocol/types.ts';
import type { EventLog } from '#main/core/eventLog.ts';
import type { EnginePool } from '#main/core/pool.ts';

/** How long an install may take to end before the program is closed over it. */
const endWithinMs = 2000;

interface LiveInstall {
  readonly device: string;
  progress: InstallProgress;
  /** Nobody asked for it. */
  readonly isBackground: boolean;
  readonly ended: Promise<Result<null>>;
}

/** The installs of devices, one at a time, and what they tell. */
export class InstallManager {
  readonly #pool: EnginePool;
  readonly #events: EventLog;
  #live: LiveInstall | null = null;

  constructor(pool: EnginePool, events: EventLog) {
    this.#pool = pool;
    this.#events = events;
  }

  /** Adds to each device how far its install has come. */
  annotate(devices: readonly DeviceInfo[]): readonly ListedDevice[] {
    return devices.map((device) => ({
      ...device,
      installing: this.#live?.device === device.id ? this.#live.progress : null,
    }));
  }

  /** Whether a background install was begun: once in the life of a program is enough. */
  hasTriedMissing = false;

  /** Installs a device; who asks for one that is being installed waits for the same end. */
  start(device: string, { isBackground = false } = {}): Promise<Result<null>> {
    const live = this.#live;
    if (live !== null) {
      if (live.device === device) return live.ended;
      return Promise.resolve(refuse('install.goesOn', { device: live.device }));
    }
    const progress: InstallProgress = {
      device,
      step: 'preparing',
      doneBytes: 0,
      totalBytes: 0,
      fraction: 0,
    };
    const ended = this.#run(device);
    this.#live = { device, progress, isBackground, ended };
    this.#events.publish('installProgress', { progress });
    return ended;
  }

  async #run(device: string): Promise<Result<null>> {
    const result = await this.#pool.request('install', 'installDevice', { device }, (event) => {
      if (event.type !== 'installProgress' || this.#live === null) return;
      this.#live.progress = event.progress;
      this.#events.publish('installProgress', { progress: event.progress });
    });
    this.#pool.end('install', refuse('core.closing'));
    this.#live = null;
    // Models that are kept loaded use the device of before; the next one looks again.
    this.#pool.end('model', refuse('core.closing'));
    this.#events.publish('installEnded', { device, problem: result.ok ? null : result.problem });
    return result;
  }

  /** Ends an install; what it has finished is kept. Says whether nobody had asked for it. */
  async cancel(device: string): Promise<Result<{ readonly wasBackground: boolean }>> {
    const live = this.#live;
    if (live?.device !== device) return refuse('install.notRunning', { device });
    await this.#pool.request('install', 'cancelInstall', null);
    await live.ended;
    return ok({ wasBackground: live.isBackground });
  }

  /** Ends what goes on, so that no pip stays behind. */
  async close(): Promise<void> {
    if (this.#live === null) return;
    const ended = this.cancel(this.#live.device);
    const late = new Promise((resolve) => setTimeout(resolve, endWithinMs).unref());
    await Promise.race([ended, late]);
  }
}
