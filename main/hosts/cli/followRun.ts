import { smallerBatch } from '#shared/document/smallerBatch.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { RunInfo, RunState } from '#shared/protocol/types.ts';
import { dataProgressLine } from '#main/hosts/cli/dataProgress.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { batchLine, epochLine, valueTexts } from '#main/hosts/cli/progress.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import { readRun } from '#main/workspace/runs.ts';

const preparing = {
  race: texts.preparingRace,
  engine: texts.preparingEngine,
  data: texts.preparingData,
  model: texts.preparingModel,
} as const;

/** A second Ctrl-C this soon is the same one: npm and the launcher hand it on as well. */
const sameCtrlCMs = 400;

/** Begins a run and shows it to its end; an exit code where it could not be begun. */
export async function followRun(
  shell: Shell,
  begin: () => Promise<Result<RunInfo>>,
  asJson: boolean,
): Promise<RunInfo | ExitCode> {
  const core = shell.core();
  let unsubscribe: () => void = () => undefined;
  const ended = new Promise<RunState>((resolve) => {
    unsubscribe = core.subscribe((event) => {
      showEvent(shell, event, asJson);
      if (event.name !== 'runState') return;
      const { state } = event.data;
      if (state.kind === 'done' || state.kind === 'failed') resolve(state);
    });
  });
  const started = await begin();
  if (!started.ok) {
    unsubscribe();
    sayProblem(shell, started.problem);
    return exitCodeOf(started.problem);
  }
  const run = started.value;
  const ignoreCtrlC = onCtrlC(shell, run);
  const state = await ended;
  ignoreCtrlC();
  unsubscribe();
  return (await readRun(run.folder)) ?? { ...run, state };
}

function showEvent(shell: Shell, { name, data }: HostEvent, asJson: boolean): void {
  if (name === 'runState' && data.state.kind === 'preparing') {
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
export function reportRun(shell: Shell, run: RunInfo, asJson: boolean): ExitCode {
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
