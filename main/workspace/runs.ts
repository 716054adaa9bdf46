import { randomBytes } from 'node:crypto';
import { access, appendFile, mkdir, readFile, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { StrataDocument } from '#shared/document/document.ts';
import { readDocument } from '#shared/document/readDocument.ts';
import { writeDocument } from '#shared/document/writeDocument.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { EpochRecord, RunInfo, RunState, TestRecord } from '#shared/protocol/types.ts';
import { hasCheckpoint } from '#main/workspace/checkpoint.ts';
import { fileNameOf, runFiles, runsFolderOf } from '#main/workspace/paths.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';

/** What `run.json` holds: what a run is, and its state at the last change. Epochs lie in `metrics.jsonl`. */
const runRecord = z.object({
  format: z.literal('strata-run'),
  version: z.literal(1),
  id: z.string().min(1),
  number: z.int().min(1),
  documentId: z.string(),
  documentName: z.string(),
  startedAtMs: z.number(),
  device: z.string(),
  seed: z.int(),
  round: z.object({ series: z.string(), round: z.int().min(1), rounds: z.int().min(1) }).optional(),
  state: z.custom<RunState>(isRunState),
  /** Process that trains it; it touches `run.json` now and then while it lives. */
  ownerPid: z.int(),
});

type RunRecord = z.infer<typeof runRecord>;

/** One line of `metrics.jsonl`. */
export type MetricsLine =
  | ({ readonly type: 'epoch' } & EpochRecord)
  | ({ readonly type: 'test' } & TestRecord)
  | { readonly type: 'remark'; readonly remark: Problem }
  /** The run went on after this epoch (0: before the first one ended): what was measured later no longer counts. */
  | { readonly type: 'continued'; readonly afterEpoch: number; readonly atMs: number };

/** How often a training process touches its `run.json`. */
export const heartbeatMs = 10_000;
/** Without a touch for so long a run's process counts as gone, whatever its process id says. */
const silenceMs = 6 * heartbeatMs;

function isRunState(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  switch (value.kind) {
    case 'preparing':
      return 'what' in value;
    case 'done':
      return 'reason' in value;
    case 'failed':
      return 'problem' in value;
    default:
      return ['training', 'paused', 'stopping'].includes(String(value.kind));
  }
}

/** True once nothing more can happen to a run. */
export function hasEnded(state: RunState): boolean {
  return state.kind === 'done' || state.kind === 'failed';
}

/** `20260131-142500-3f9c`: sorts by time, and two at once differ. */
export function newRunId(now: Date = new Date()): string {
  const time = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `${time}-${randomBytes(2).toString('hex')}`;
}

/** Where a document's new runs go: beside its file, or under user data where it has none or its folder cannot be written. */
export async function runsFolderFor(
  document: Pick<StrataDocument, 'id'>,
  documentPath: string | null,
  unsavedRunsFolder: string,
): Promise<string> {
  const unsaved = join(unsavedRunsFolder, fileNameOf(document.id));
  if (documentPath === null) return unsaved;
  const beside = runsFolderOf(documentPath);
  return (await canWriteInto(beside)) ? beside : unsaved;
}

/** Tries it, since root passes every permission and a read-only file system still refuses. */
async function canWriteInto(folder: string): Promise<boolean> {
  const exists = await access(folder).then(
    () => true,
    () => false,
  );
  const probe = join(
    exists ? folder : dirname(folder),
    `.strata-${randomBytes(6).toString('hex')}`,
  );
  try {
    await mkdir(probe);
    await rm(probe, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** Creates a run's folder with its document. Throws what node:fs throws; the folder must be absent or empty. */
export async function createRunFolder(run: RunInfo): Promise<void> {
  await mkdir(join(run.folder, 'checkpoints'), { recursive: true });
  await writeAtomic(join(run.folder, runFiles.document), writeDocument(run.document));
  await writeRunInfo(run);
}

/** Writes a run's state. Throws what node:fs throws. */
export function writeRunInfo(run: RunInfo): Promise<void> {
  const record: RunRecord = {
    format: 'strata-run',
    version: 1,
    id: run.id,
    number: run.number,
    documentId: run.documentId,
    documentName: run.documentName,
    startedAtMs: run.startedAtMs,
    device: run.device,
    seed: run.seed,
    ...(run.round === undefined ? {} : { round: run.round }),
    state: run.state,
    ownerPid: process.pid,
  };
  return writeAtomic(join(run.folder, runFiles.info), `${JSON.stringify(record, null, 2)}\n`);
}

/** Says that the run's process still lives. */
export async function touchRun(folder: string): Promise<void> {
  const now = new Date();
  await utimes(join(folder, runFiles.info), now, now).catch(() => undefined);
}

/** Adds a line to a run's metrics. Throws what node:fs throws. */
export function appendMetrics(folder: string, line: MetricsLine): Promise<void> {
  return appendFile(join(folder, runFiles.metrics), `${JSON.stringify(line)}\n`);
}

/** Ends a last line that a crash has cut short, so that what is added begins a line. Throws what node:fs throws. */
export async function endMetricsLine(folder: string): Promise<void> {
  const file = join(folder, runFiles.metrics);
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text !== '' && !text.endsWith('\n')) await appendFile(file, '\n');
}

/** Lines of a run's metrics. A last line that a crash cut short is left out. */
export function parseMetrics(text: string): readonly MetricsLine[] {
  return text.split('\n').flatMap((line) => {
    try {
      const value = JSON.parse(line) as { type?: unknown } | null;
      const isLine = ['epoch', 'test', 'remark', 'continued'].includes(String(value?.type));
      return isLine ? [value as MetricsLine] : [];
    } catch {
      return [];
    }
  });
}

/** Reads a run from its folder; null where no run lies. A run whose process is gone is failed. */
export async function readRun(folder: string): Promise<RunInfo | null> {
  try {
    const infoFile = join(folder, runFiles.info);
    const record = runRecord.parse(JSON.parse(await readFile(infoFile, 'utf8')));
    const read = readDocument(await readFile(join(folder, runFiles.document), 'utf8'));
    if (!read.ok) return null;
    const metrics = await readFile(join(folder, runFiles.metrics), 'utf8').catch(() => '');
    const lines = parseMetrics(metrics);
    return {
      id: record.id,
      number: record.number,
      documentId: record.documentId,
      documentName: record.documentName,
      folder,
      startedAtMs: record.startedAtMs,
      state: await stateNow(record, infoFile),
      device: record.device,
      seed: record.seed,
      ...measuredOf(lines),
      document: read.value.document,
      ...(record.round === undefined ? {} : { round: record.round }),
      hasWeights: await hasWeights(folder),
      hasCheckpoint: await hasCheckpoint(folder),
    };
  } catch {
    return null;
  }
}

/** Epochs and the last test; a run that went on may have measured an epoch twice, of which the later one counts. */
function measuredOf(lines: readonly MetricsLine[]): Pick<RunInfo, 'epochs' | 'test'> {
  const epochs: EpochRecord[] = [];
  let test: TestRecord | null = null;
  const dropAfter = (epoch: number) => {
    while ((epochs.at(-1)?.epoch ?? 0) > epoch) epochs.pop();
    test = null;
  };
  for (const line of lines) {
    if (line.type === 'continued') dropAfter(line.afterEpoch);
    if (line.type === 'epoch') {
      const { type: _, ...epoch } = line;
      dropAfter(epoch.epoch - 1);
      epochs.push(epoch);
    }
    if (line.type === 'test') {
      const { type: _, ...measured } = line;
      test = measured;
    }
  }
  return { epochs, test };
}

/** True once weights lie in a run's folder. */
export function hasWeights(folder: string): Promise<boolean> {
  return access(join(folder, runFiles.lastWeights, 'model.json')).then(
    () => true,
    () => false,
  );
}

async function stateNow(record: RunRecord, infoFile: string): Promise<RunState> {
  if (hasEnded(record.state)) return record.state;
  const { mtimeMs } = await stat(infoFile);
  if (Date.now() - mtimeMs < silenceMs && isAlive(record.ownerPid)) return record.state;
  return {
    kind: 'failed',
    problem: { code: 'core.runInterrupted', severity: 'error', values: {} },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** All runs of a document, beside its file and under user data, the oldest first. */
export async function listRunsOf(
  documentId: string,
  documentPath: string | null,
  unsavedRunsFolder: string,
): Promise<readonly RunInfo[]> {
  const folders = [join(unsavedRunsFolder, fileNameOf(documentId))];
  if (documentPath !== null) folders.push(runsFolderOf(documentPath));
  const runs = await Promise.all(folders.map(readRunsIn));
  return runs
    .flat()
    .filter((run) => run.documentId === documentId)
    .sort((a, b) => a.startedAtMs - b.startedAtMs);
}

/** All runs in a folder of runs. */
export async function readRunsIn(folder: string): Promise<readonly RunInfo[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const runs = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => readRun(join(folder, entry.name))),
  );
  return runs.filter((run) => run !== null);
}
