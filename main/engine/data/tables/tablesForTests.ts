import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSource } from '#main/engine/data/source/openSource.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { DataSource } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FeatureReport } from '#shared/data/report.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** A folder whose name has what names can have, and a home of its own. */
export function testFolder() {
  const home = mkdtempSync(path.join(tmpdir(), 'strata-tables-'));
  const folder = path.join(home, "我的 数据 [1] it's");
  mkdirSync(folder);
  process.env.STRATA_HOME = path.join(home, 'home');
  return {
    folder,
    cache: path.join(home, 'home', 'cache', 'tables'),
    write: (name: string, content: string | Uint8Array) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => {
      rmSync(home, { recursive: true });
    },
  };
}

/** What a table gave. */
export interface Seen {
  readonly count: number;
  readonly testCount: number | null;
  readonly features: readonly Feature[];
  readonly cells: Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly reports: readonly FeatureReport[];
  readonly problems: readonly Problem[];
  readonly duplicates: number;
}

/** Reads all of a source, or gives the problem. */
export async function see(
  kind: string,
  params: DataSource['params'],
  features: readonly Feature[] = [],
): Promise<Seen | Problem> {
  const opened = await openSource({ source: { kind, params }, features }, null);
  if (!opened.ok) return opened.problem;
  const source = opened.value;
  try {
    const reports = (await source.describe?.(() => undefined, signal)) ?? [];
    return {
      count: source.train.count,
      testCount: source.test?.count ?? null,
      features: source.features,
      cells: await allCells(source),
      reports,
      problems: source.problems,
      duplicates: (await source.countDuplicates?.(signal)) ?? -1,
    };
  } finally {
    await source.close();
  }
}

/** Like `see`, where nothing is wrong. */
export async function seen(...given: Parameters<typeof see>): Promise<Seen> {
  const found = await see(...given);
  if ('code' in found) throw new Error(JSON.stringify(found));
  return found;
}

const signal = new AbortController().signal;

async function allCells({ train, features }: OpenedSource): Promise<Seen['cells']> {
  const all: Record<string, (number | string | null)[]> = {};
  const names = features.map(({ name }) => name);
  for (const name of names) all[name] = [];
  for await (const { cells } of train.stream(names)) {
    for (const [name, each] of Object.entries(cells)) all[name]?.push(...plain(each));
  }
  return all;
}

function plain(cells: Cells): readonly (number | string | null)[] {
  if (cells.type === 'numbers') return Array.from(cells.values);
  return cells.type === 'texts' ? cells.values : [];
}
