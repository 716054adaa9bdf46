import { checkDocument } from '#shared/document/checkDocument.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { RunInfo, RunState } from '#shared/protocol/types.ts';
import { dataProgressLine } from '#main/hosts/cli/dataProgress.ts';
import { readForCommand } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { batchLine, epochLine, valueTexts } from '#main/hosts/cli/progress.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import { readRun } from '#main/workspace/runs.ts';

interface Options {
  readonly epochs?: number;
  readonly device: string;
  readonly seed?: number;
  readonly out?: string;
  readonly allowData?: true;
  readonly json?: true;
}

const preparing = {
  race: texts.preparingRace,
  engine: texts.preparingEngine,
  data: texts.preparingData,
  model: texts.preparingModel,
} as const;

/** A second Ctrl-C this soon is the same one: npm and the launcher hand it on as well. */
const sameCtrlCMs = 400;

/** `strata train FILE`: a line an epoch, with --json one object a line; a bar on a terminal. */
export async function train(shell: Shell, file: string, options: Options): Promise<ExitCode> {
  const path = shell.path(file);
  const read = await readForCommand(path);
  if (!read.ok) {
    sayProblem(shell, read.problem);
    return exitCodeOf(read.problem);
  }
  const { document, readOnly, repairs } = read.value;
  const problems = checkDocument(document, inferGraph(document.graph, document.blocks));
  for (const problem of [...(readOnly ? [readOnly] : []), ...repairs, ...problems]) {
    sayProblem(shell, problem);
  }
  if (readOnly || problems.some(({ severity }) => severity === 'error')) return exitCodes.problems;

  const core = shell.core();
  if (options.allowData === true) {
    const allowed = await core.request('allowData', { document, path }, cliSession);
    if (!allowed.ok) {
      sayProblem(shell, allowed.problem);
      return exitCodeOf(allowed.problem);
    }
  }
  const ended = new Promise<RunState>((resolve) => {
    core.subscribe((event) => {
      showEvent(shell, event, options.json === true);
      if (event.name !== 'runState') return;
      const { state } = event.data;
      if (state.kind === 'done' || state.kind === 'failed') resolve(state);
    });
  });
  const started = await core.request(
    'startRun',
    {
      document,
      path,
      device: options.device,
      ...(options.epochs === undefined ? {} : { epochs: options.epochs }),
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      ...(options.out === undefined ? {} : { folder: shell.path(options.out) }),
    },
    cliSession,
  );
  if (!started.ok) {
    sayProblem(shell, started.problem);
    return exitCodeOf(started.problem);
  }
  const run = started.value;
  const ignoreCtrlC = onCtrlC(shell, run);
  const state = await ended;
  ignoreCtrlC();
  return report(shell, (await readRun(run.folder)) ?? { ...run, state }, options.json === true);
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

function report(shell: Shell, run: RunInfo, asJson: boolean): ExitCode {
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
    if (run.hasWeights) shell.say(`${shell.text(texts.runKept)} ${run.folder}`);
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
