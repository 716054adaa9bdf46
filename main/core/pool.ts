import { saysOutOfMemory } from '#shared/problems/outOfMemory.ts';
import { refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { EngineHandle, Forks } from '#main/core/engineHandle.ts';
import type {
  EngineEvent,
  EnginePurpose,
  EngineRequestName,
  EngineRequests,
  FromEngine,
  ToEngine,
} from '#main/engine/messages.ts';

/** An engine process that has had nothing to do for so long is ended, since it holds models in memory. */
const idleMs = 120_000;

interface Engine {
  readonly handle: EngineHandle;
  /** Whether it was forked in a plain Node because a device needs one. */
  readonly isInNode: boolean;
  readonly open: Map<number, (result: Result<unknown>) => void>;
  listener: ((event: EngineEvent) => void) | null;
  idle: NodeJS.Timeout | null;
  /** Why we end it ourselves; answers its open requests. */
  ending: Result<unknown> | null;
}

/** The engine processes: at most one of each purpose, started when first needed. */
export interface EnginePool {
  /**
   * Asks the process of this purpose. Its events go to `onEvent` until the answer. A process that dies answers all that
   * was asked of it with `engine.died`, or `engine.outOfMemory` where its last words say so; the next request starts a new one.
   */
  request<Name extends EngineRequestName>(
    purpose: EnginePurpose,
    name: Name,
    input: EngineRequests[Name]['input'],
    onEvent?: (event: EngineEvent) => void,
  ): Promise<Result<EngineRequests[Name]['output']>>;
  /**
   * Sees to it that what a purpose is asked from now on, until its process is ended, is answered in a plain Node if
   * `isNeeded` says so. It is asked only where that makes a difference. Nothing may be open for this purpose.
   */
  fit(purpose: EnginePurpose, isNeeded: () => Promise<boolean>): Promise<void>;
  /** Ends the process of a purpose; what was asked of it is answered with `answer`. */
  end(purpose: EnginePurpose, answer: Result<never>): void;
  close(): void;
}

/** A pool over the ways to fork. */
export function enginePool({ usual, inNode }: Forks): EnginePool {
  const engines = new Map<EnginePurpose, Engine>();
  /** Purposes whose processes have to be plain Nodes. */
  const fitted = new Set<EnginePurpose>();
  let nextId = 1;

  const start = (purpose: EnginePurpose): Engine => {
    const isInNode = inNode !== null && fitted.has(purpose);
    const engine: Engine = {
      handle: isInNode ? inNode(purpose) : usual(purpose),
      isInNode,
      open: new Map(),
      listener: null,
      idle: null,
      ending: null,
    };
    engine.handle.onMessage((message) => {
      receive(engine, message);
    });
    engine.handle.onExit((reason) => {
      if (engines.get(purpose) === engine) engines.delete(purpose);
      if (engine.idle) clearTimeout(engine.idle);
      const answer = engine.ending ?? deathOf(reason);
      for (const resolve of engine.open.values()) resolve(answer);
      engine.open.clear();
    });
    engines.set(purpose, engine);
    return engine;
  };

  const receive = (engine: Engine, message: FromEngine) => {
    if (message.type === 'event') {
      engine.listener?.(message.event);
      return;
    }
    engine.open.get(message.id)?.(message.result);
    engine.open.delete(message.id);
  };

  const end = (engine: Engine, answer: Result<never>) => {
    engine.ending = answer;
    engine.handle.kill();
  };

  return {
    async request(purpose, name, input, onEvent) {
      const engine = engines.get(purpose) ?? start(purpose);
      if (engine.idle) clearTimeout(engine.idle);
      if (onEvent) engine.listener = onEvent;
      const id = nextId++;
      const result = await new Promise<Result<unknown>>((resolve) => {
        engine.open.set(id, resolve);
        engine.handle.send({ id, name, input } as ToEngine);
      });
      if (onEvent && engine.listener === onEvent) engine.listener = null;
      if (engine.open.size === 0 && engines.get(purpose) === engine) {
        engine.idle = setTimeout(() => {
          // A request that comes before the exit must not go to a process that dies.
          engines.delete(purpose);
          end(engine, refuse('core.closing'));
        }, idleMs);
        engine.idle.unref();
      }
      // The messages' types promise this; the engine is our own program.
      return result as Result<EngineRequests[typeof name]['output']>;
    },
    async fit(purpose, isNeeded) {
      if (inNode === null) return;
      const isWanted = await isNeeded();
      if (isWanted) fitted.add(purpose);
      else fitted.delete(purpose);
      const engine = engines.get(purpose);
      if (engine !== undefined && engine.isInNode !== isWanted) {
        engines.delete(purpose);
        end(engine, refuse('core.closing'));
      }
    },
    end(purpose, answer) {
      fitted.delete(purpose);
      const engine = engines.get(purpose);
      if (engine) {
        // Not in the map any more: a request that comes before the exit starts a new process.
        engines.delete(purpose);
        end(engine, answer);
      }
    },
    close() {
      for (const engine of engines.values()) end(engine, refuse('core.closing'));
      engines.clear();
    },
  };
}

/** What a process that ended by itself answers. */
function deathOf(reason: string): Result<never> {
  return saysOutOfMemory(reason)
    ? refuse('engine.outOfMemory', { detail: reason })
    : refuse('engine.died', { reason });
}
