import { smallerBatch } from '#shared/document/smallerBatch.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import { dataProgressLine } from '#main/hosts/cli/dataProgress.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { batchLine, epochLine, valueTexts } from '#main/hosts/cli/progress.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import { hasEnded, readRun } from '#main/workspace/runs.ts';

const preparing = {
  race: texts.preparingRace,
  engine: texts.preparingEngine,
  data: texts.preparingData,
  model: texts.preparingModel,
} as const;

/** A second Ctrl-C this soon is the same one: npm and the launcher hand it on as well. */
const sameCtrlCMs = 400;

/** What came of runs that were followed. */
export interface Followed {
  /** Those that are over, in their order. */
  readonly runs: readonly RunInfo[];
  readonly code: ExitCode;
}

/** Begins a run, or the rounds of a cross-validation (`areRounds`), and shows them to their end. */
export async function followRuns(
  shell: Shell,
  begin: () => Promise<Result<RunInfo>>,
  { asJson, areRounds = false }: { readonly asJson: boolean; readonly areRounds?: boolean },
): Promise<Followed> {
  const core = shell.core();
  const runs: RunInfo[] = [];
  let code: ExitCode = exitCodes.done;
  const begun = new Map<string, RunInfo>();
  let ignoreCtrlC: () => void = () => undefined;
  const hear = async (event: HostEvent): Promise<void> => {
    showEvent(shell, event, asJson);
    if (event.name === 'roundsEnded' && event.data.problem !== null) {
      sayProblem(shell, event.data.problem);
      code = exitCodeOf(event.data.problem);
    }
    if (event.name !== 'runState' || !hasEnded(event.data.state)) return;
    const { runId, state } = event.data;
    const known = begun.get(runId);
    if (known === undefined) return;
    const run = (await readRun(known.folder)) ?? { ...known, state };
    runs.push(run);
    code = reportRun(shell, run, asJson);
  };
  let unsubscribe: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    // What is shown waits for what was said before.
    let shown: Promise<void> = Promise.resolve();
    unsubscribe = core.subscribe((event) => {
      if (event.name === 'runStarted') {
        const { run } = event.data;
        begun.set(run.id, run);
        ignoreCtrlC();
        ignoreCtrlC = onCtrlC(shell, run);
      }
      shown = shown.then(() => hear(event));
      const isLast = areRounds
        ? event.name === 'roundsEnded'
        : event.name === 'runState' && hasEnded(event.data.state);
      if (isLast) void shown.then(resolve);
    });
  });
  const started = await begin();
  if (started.ok) await over;
  ignoreCtrlC();
  unsubscribe();
  if (started.ok) return { runs, code };
  sayProblem(shell, started.problem);
  return { runs, code: exitCodeOf(started.problem) };
}

function showEvent(shell: Shell, { name, data }: HostEvent, asJson: boolean): void {
  if (name === 'runStarted' && data.run.round !== undefined) {
    const { round, rounds } = data.run.round;
    if (!asJson) shell.print(`${shell.text(texts.round)} ${round}/${rounds}`);
  } else if (name === 'runState' && data.state.kind === 'preparing') {
    shell.showStatus(`${shell.text(preparing[data.state.what])} …`);
  } else if (name === 'dataProgress') {
    shell.showStatus(dataProgressLine(data, shell.text));
  } else if (name === 'runBatch') {
    shell.showStatus(batchLine(data.record, shell.text));
  } else if (name === 'runEpoch') {
    shell.showStatus('');
    const { record } = data;
    const line = asJson ? JSON.stringify({ type: 'epoch', ...record }) : null;
    shell.print(line ?? epochLine(record, shell.text));
  } else if (name === 'runLog') {
    sayProblem(shell, data.remark);
  }
}

function onCtrlC(shell: Shell, run: RunInfo): () => void {
  let firstMs: number | null = null;
  const listener = () => {
    const now = Date.now();
    if (firstMs === null) {
      firstMs = now;
      shell.showStatus('');
      shell.say(shell.text(texts.stopping));
      void shell.core().request('stopRun', { runId: run.id }, cliSession);
    } else if (now - firstMs > sameCtrlCMs) {
      void shell.core().close();
    }
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
  };
}

/** Says how a run ended. */
function reportRun(shell: Shell, run: RunInfo, asJson: boolean): ExitCode {
  const { state } = run;
  shell.showStatus('');
  if (state.kind !== 'done') {
    const problem =
      state.kind === 'failed'
        ? state.problem
        : ({ code: 'core.runInterrupted', severity: 'error', values: {} } as const);
    if (asJson)
      shell.print(JSON.stringify({ type: 'failed', code: problem.code, run: run.folder }));
    sayProblem(shell, problem);
    const batchSize = smallerBatch(problem, run.document);
    if (batchSize !== null) {
      shell.say(`${shell.text(texts.smallerBatch)} strata train --batch-size ${batchSize} …`);
    }
    if (run.hasWeights) shell.say(`${shell.text(texts.runKept)} ${run.folder}`);
    // The same steps would lead to the same loss.
    if (run.hasCheckpoint && problem.code !== 'run.lossNotFinite') {
      shell.say(
        `${shell.text(texts.goOnWith)} strata train --resume ${JSON.stringify(run.folder)}`,
      );
    }
    return exitCodeOf(problem);
  }
  if (asJson) shell.print(JSON.stringify(doneObject(run, state.reason)));
  else printDone(shell, run, state.reason);
  return exitCodes.done;
}

function doneObject(run: RunInfo, reason: string) {
  const last = run.epochs.at(-1);
  return {
    type: 'done',
    epochs: run.epochs.length,
    loss: last?.loss ?? null,
    metrics: last?.metrics ?? {},
    ...(last?.valLoss === undefined ? {} : { valLoss: last.valLoss }),
    ...(last?.valMetrics === undefined ? {} : { valMetrics: last.valMetrics }),
    ...(run.test === null ? {} : { test: run.test }),
    examplesPerSecond: last?.examplesPerSecond ?? null,
    device: run.device,
    reason,
    run: run.folder,
  };
}

function printDone(
  shell: Shell,
  run: RunInfo,
  reason: 'finished' | 'stopped' | 'stoppedEarly',
): void {
  if (reason !== 'finished') shell.say(shell.text(texts[reason]));
  if (run.test !== null) {
    const { loss, metrics } = run.test;
    shell.print(`${shell.text(texts.test)}: ${valueTexts(loss, metrics, shell.text).join('  ')}`);
  }
  shell.print(`${shell.text(texts.runKept)} ${run.folder}`);
}
