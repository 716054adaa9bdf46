import type { StrataDocument } from '#shared/document/document.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { DeviceInfo, RaceResult } from '#shared/protocol/types.ts';
import type { EventLog } from '#main/core/eventLog.ts';
import type { Log } from '#main/core/log.ts';
import type { EnginePool } from '#main/core/pool.ts';
import { modelSignature } from '#main/core/race/modelSignature.ts';
import { runRace, winnerOf } from '#main/core/race/runRace.ts';
import type { EnginePurpose } from '#main/engine/messages.ts';
import type { Races } from '#main/workspace/races.ts';

/** What is raced with. */
interface Entrant {
  readonly document: StrataDocument;
  readonly documentFolder: string | null;
}

/** What a race manager works with. */
interface RaceManagerParts {
  readonly pool: EnginePool;
  readonly events: EventLog;
  readonly races: Races;
  readonly log: Log;
}

/**
 * Finds out by trying which device trains a model fastest: real steps, each device in a process of its own. What came out is
 * remembered for the model until a device is installed.
 */
export class RaceManager {
  readonly #parts: RaceManagerParts;
  #live: { readonly abort: AbortController; readonly ended: Promise<unknown> } | null = null;

  constructor(parts: RaceManagerParts) {
    this.#parts = parts;
    parts.events.subscribe((event) => {
      if (event.name !== 'installEnded' || event.data.problem !== null) return;
      parts.races.clear().catch((error: unknown) => {
        parts.log('forgetting races', error);
      });
    });
  }

  /** What the last race of this model came to; null: there was none. */
  remembered(document: StrataDocument): Promise<RaceResult | null> {
    return this.#parts.races.get(modelSignature(document));
  }

  /**
   * The device that a run with `auto` should use; null: the usual order decides, because there is no choice or nothing was
   * measured. `mayRace` is asked where a race has to come first.
   */
  async deviceFor(entrant: Entrant, mayRace: () => boolean): Promise<string | null> {
    const known = await this.remembered(entrant.document);
    if (known !== null) return known.winner;
    const candidates = await this.#candidates();
    if (!candidates.ok || candidates.value.length < 2 || !mayRace()) return null;
    const raced = await this.#race(entrant, candidates.value);
    return raced.ok ? raced.value.winner : null;
  }

  /** Races all devices that can train, whatever is remembered. Problem: `race.goesOn`. */
  async race(entrant: Entrant): Promise<Result<RaceResult>> {
    const candidates = await this.#candidates();
    return candidates.ok ? this.#race(entrant, candidates.value) : candidates;
  }

  /** Ends a race at once, with what has come out so far. */
  async skip(): Promise<void> {
    const live = this.#live;
    live?.abort.abort();
    await live?.ended;
  }

  /** Devices that can train; hardware that a program plays has no chance and is left out. */
  async #candidates(): Promise<Result<readonly DeviceInfo[]>> {
    const listed = await this.#parts.pool.request('model', 'listDevices', null);
    return listed.ok ? ok(listed.value.filter(mayBeTaken)) : listed;
  }

  /**
   * Whether a run has to train in a plain Node: the device that it is given, or else the one that `auto` tries first, needs
   * one.
   */
  async needsNode(device: string | null): Promise<boolean> {
    const listed = await this.#parts.pool.request('model', 'listDevices', null);
    if (!listed.ok) return false;
    const first = listed.value.find((each) =>
      device === null ? mayBeTaken(each) : each.id === device,
    );
    return first?.needsNode === true;
  }

  async #race(entrant: Entrant, devices: readonly DeviceInfo[]): Promise<Result<RaceResult>> {
    if (this.#live !== null) return refuse('race.goesOn');
    const abort = new AbortController();
    const ended = this.#runRace(entrant, devices, abort.signal);
    this.#live = { abort, ended };
    try {
      return ok(await ended);
    } finally {
      this.#live = null;
    }
  }

  async #runRace(
    { document, documentFolder }: Entrant,
    devices: readonly DeviceInfo[],
    signal: AbortSignal,
  ): Promise<RaceResult> {
    const { pool, events, races, log } = this.#parts;
    const purposeOf = (device: string): EnginePurpose => `race ${device}`;
    const { seed } = document;
    for (const { id, needsNode } of devices) {
      await pool.fit(purposeOf(id), () => Promise.resolve(needsNode === true));
    }
    const ids = devices.map(({ id }) => id);
    const entries = await runRace(
      ids,
      {
        prepare: (device) =>
          pool.request(purposeOf(device), 'prepareRace', {
            document,
            documentFolder,
            device,
            seed,
          }),
        lap: (device, forMs) => pool.request(purposeOf(device), 'raceSteps', { forMs }),
      },
      signal,
    );
    for (const id of ids) pool.end(purposeOf(id), refuse('core.closing'));
    const result = { entries, winner: winnerOf(entries), measuredAtMs: Date.now() };
    // Half a race decides this run, and is run again before the next.
    if (!signal.aborted) {
      try {
        await races.set(modelSignature(document), result);
      } catch (error) {
        log('keeping a race', error);
      }
    }
    events.publish('raceEnded', { documentId: document.id, result });
    return result;
  }
}

/** Whether `auto` may take a device: hardware that a program plays has no chance. */
function mayBeTaken({ unavailable, isSoftware }: DeviceInfo): boolean {
  return unavailable === null && isSoftware !== true;
}
