import { join } from 'node:path';
import type { EventLog } from '#main/core/eventLog.ts';
import type { RunManager } from '#main/core/runManager.ts';
import { newRunId } from '#main/workspace/runs.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import type { RequestInput } from '#shared/protocol/requests.ts';
import type { RunInfo } from '#shared/protocol/types.ts';

interface Series {
  readonly id: string;
  /** The round that is trained, or was trained last. */
  run: RunInfo;
  isStopped: boolean;
}

/** The rounds of a cross-validation: runs, one after the other. */
export class RoundManager {
  readonly #runs: RunManager;
  readonly #events: EventLog;
  #series: Series | null = null;

  constructor(runs: RunManager, events: EventLog) {
    this.#runs = runs;
    this.#events = events;
  }

  /** Starts the first round and answers once its folder exists; the others follow. `rounds`: at least one document. */
  async start(
    input: RequestInput<'startRun'>,
    rounds: readonly StrataDocument[],
  ): Promise<Result<RunInfo>> {
    const id = newRunId();
    const begin = (document: StrataDocument, index: number) => {
      const folder =
        input.folder === undefined ? {} : { folder: join(input.folder, `fold${index + 1}`) };
      const round = { series: id, round: index + 1, rounds: rounds.length };
      return this.#runs.start({ ...input, ...folder, document }, round);
    };
    const [first = input.document, ...others] = rounds;
    const started = await begin(first, 0);
    if (!started.ok) return started;
    this.#series = { id, run: started.value, isStopped: false };
    void this.#goOn(
      this.#series,
      others.map((document, index) => () => begin(document, index + 1)),
    );
    return started;
  }

  /** No further round follows this one; true where it is over already, so that nothing else is to be ended. */
  stop(runId: string): boolean {
    if (this.#series?.run.id !== runId) return false;
    this.#series.isStopped = true;
    return this.#runs.live?.id !== runId;
  }

  /** No further round is begun, because the program ends. */
  close(): void {
    if (this.#series !== null) this.#series.isStopped = true;
  }

  async #goOn(series: Series, others: readonly (() => Promise<Result<RunInfo>>)[]): Promise<void> {
    const isStopped = () => series.isStopped;
    let problem: Problem | null = null;
    for (const begin of [...others, null]) {
      const state = await this.#runs.whenOver(series.run.id);
      const isDone = state?.kind === 'done' && state.reason !== 'stopped';
      if (!isDone || isStopped() || begin === null) break;
      const next = await begin();
      if (!next.ok) {
        problem = next.problem;
        break;
      }
      series.run = next.value;
      // It was stopped while this round was prepared.
      if (isStopped()) await this.#runs.stop(series.run.id);
    }
    if (this.#series === series) this.#series = null;
    this.#events.publish('roundsEnded', { series: series.id, problem });
  }
}
