import { join } from 'node:path';
import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { RunInfo, RunState } from '#shared/protocol/types.ts';
import { dataProgressLine } from '#main/hosts/cli/dataProgress.ts';
import type { FoldOptions } from '#main/hosts/cli/crossValidation.ts';
import { roundsOf, summaryOf } from '#main/hosts/cli/crossValidation.ts';
import { readForCommand } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { batchLine, epochLine, numberText, valueTexts } from '#main/hosts/cli/progress.ts';
import { cliSession, sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import { readRun } from '#main/workspace/runs.ts';

interface Options extends FoldOptions {
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

/** `strata train FILE`: a line an epoch, with --json one object a line; a bar on a terminal. With --folds, a run a round. */
export async function train(shell: Shell, file: string, options: Options): Promise<ExitCode> {
  const path = shell.path(file);
  const read = await readForCommand(path);
  if (!read.ok) {
    sayProblem(shell, read.problem);
    return exitCodeOf(read.problem);
  }
  const { document, readOnly, repairs } = read.value;
  const rounds = roundsOf(document, options);
  if (!rounds.ok) {
    sayProblem(shell, rounds.problem);
    return exitCodeOf(rounds.problem);
  }
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
  const runs: RunInfo[] = [];
  for (const [index, round] of rounds.value.entries()) {
    const isOne = rounds.value.length === 1;
    if (!isOne && options.json !== true) {
      shell.print(`${shell.text(texts.round)} ${index + 1}/${rounds.value.length}`);
    }
    const out = options.out === undefined ? undefined : shell.path(options.out);
    const folder = out === undefined || isOne ? out : join(out, `fold${index + 1}`);
    const run = await trainOnce(shell, round, path, options, folder);
    if (typeof run === 'number') return run;
    runs.push(run);
    const code = report(shell, run, options.json === true);
    const isStopped = run.state.kind === 'done' && run.state.reason === 'stopped';
    if (code !== exitCodes.done || isStopped) return code;
  }
  if (runs.length > 1) printSummary(shell, runs, options.json === true);
  return exitCodes.done;
}

/** One run to its end; an exit code where it could not be started. */
async function trainOnce(
  shell: Shell,
  document: StrataDocument,
  path: string,
  options: Options,
  folder: string | undefined,
): Promise<RunInfo | ExitCode> {
  const core = shell.core();
  let unsubscribe: () => void = () => undefined;
  const ended = new Promise<RunState>((resolve) => {
    unsubscribe = core.subscribe((event) => {
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
      ...(folder === undefined ? {} : { folder }),
    },
    cliSession,
  );
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

/** What the rounds of a cross-validation came to. */
function printSummary(shell: Shell, runs: readonly RunInfo[], asJson: boolean): void {
  const { validation, test } = summaryOf(runs);
  if (asJson) {
    const folders = runs.map(({ folder }) => folder);
    shell.print(
      JSON.stringify({ type: 'folds', folds: runs.length, validation, test, runs: folders }),
    );
    return;
  }
  shell.print(`${shell.text(texts.crossValidation)}: ${runs.length}`);
  for (const [title, part] of [
    [texts.validationPart, validation],
    [texts.test, test],
  ] as const) {
    if (part === null) continue;
    const values = Object.entries(part).map(([name, { mean, deviation }]) => {
      const shown = name === 'loss' ? shell.text(texts.loss) : name;
      return `${shown} ${numberText(mean)} ± ${numberText(deviation)}`;
    });
    shell.print(`${shell.text(title)}: ${values.join('  ')}`);
  }
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
