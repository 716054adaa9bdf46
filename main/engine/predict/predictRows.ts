import type * as tfjs from '@tensorflow/tfjs';
import { withSeededRandom } from '#main/engine/compile/seededRandom.ts';
import { catchReads } from '#main/engine/data/catchReads.ts';
import type { ColumnRequest } from '#main/engine/data/preparation/columnPlan.ts';
import { requestKey } from '#main/engine/data/preparation/columnPlan.ts';
import { inputPort } from '#main/engine/data/examples/examplesOf.ts';
import { memoryBudget } from '#main/engine/data/preparation/memoryBudget.ts';
import { neededFeatures, planSteps } from '#shared/data/planSteps.ts';
import {
  checkLearned,
  learnedOf,
  remainingActions,
} from '#main/engine/data/preparation/preparation.ts';
import { prepareColumns } from '#main/engine/data/preparation/prepareColumns.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import { portOf } from '#main/engine/data/examples/readyPort.ts';
import { readKeys } from '#main/engine/data/division/splitKeys.ts';
import { stageRows } from '#main/engine/data/preparation/stageRows.ts';
import { orderRows, windowStarts } from '#main/engine/data/preparation/windowRows.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { ExamplePort } from '#main/engine/train/examples.ts';
import { forward } from '#main/engine/train/trainStep.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Examples that go through the model at a time. */
const batchSize = 256;

/** What a model gives for some rows. */
export interface Predictions {
  /** Rows of the source that examples are, from 0; with windows the last row of each. */
  readonly rows: Uint32Array;
  readonly outputs: readonly {
    readonly shape: readonly number[];
    readonly values: Float32Array;
  }[];
}

/** A model with what its preparation has learned. */
export interface Predictor {
  readonly tf: Tf;
  readonly model: tfjs.LayersModel;
  readonly document: StrataDocument;
  readonly facts: GraphFacts;
  readonly fitted: FittedRecipe;
}

/** Names of the features that a model's inputs need, as the source has them. */
export function inputNames({ data }: StrataDocument, facts: GraphFacts): ReadonlySet<string> {
  const bound = planModel(facts).inputs.flatMap(({ node }) => data.bindings.inputs[node.id] ?? []);
  const needed = new Set(neededFeatures(data.steps, bound, false));
  if (data.windows?.series != null) needed.add(data.windows.series);
  return needed;
}

/**
 * Predicts for every row of a source; no row is left out. Problems: those of the steps and of what is missing in the rows,
 * `data.notBound`, `data.notLearned`, `data.shapeDiffers`, `predict.tooFewRows`.
 */
export function predictRows(
  { tf, model, document, facts, fitted }: Predictor,
  source: OpenedSource,
  signal: AbortSignal,
  tell: (fraction: number) => void = () => undefined,
): Promise<Result<Predictions>> {
  return catchReads(signal, async () => {
    const { data, seed } = document;
    const wanted = inputNames(document, facts);
    const all = planSteps(
      data.steps,
      source.features.filter(({ name }) => wanted.has(name)),
    );
    if (!all.ok) return all;
    const plan = {
      ...all.value,
      steps: all.value.steps.filter(({ definition }) => definition.keeps === undefined),
    };
    const learned = learnedOf(data, fitted);
    const known = checkLearned(remainingActions(plan, { done: new Map() }, wanted), learned);
    if (!known.ok) return known;
    const staged = await stageRows(source.train, plan, wanted, learned, signal);
    const { windows } = data;
    const series =
      windows?.series == null ? null : await readKeys(source.train, windows.series, signal);
    const ordered = orderRows(source.train.count, null, series);
    const places =
      windows === null
        ? Uint32Array.from({ length: ordered.count }, (_, place) => place)
        : windowStarts(ordered, { ...windows, horizon: 0, stride: 1 });
    if (places.length === 0) {
      return refuse('predict.tooFewRows', { count: ordered.count, needed: windows?.length ?? 1 });
    }
    const requests: ColumnRequest[] = planModel(facts).inputs.map(({ node }) => ({
      names: data.bindings.inputs[node.id] ?? [],
      offset: 0,
    }));
    const order = windows === null ? null : ordered.order;
    const table = await prepareColumns({
      steps: data.steps,
      plan,
      staged,
      learned,
      requests: [...new Map(requests.map((each) => [requestKey(each), each])).values()],
      order,
      used: null,
      fingerprint: source.fingerprint,
      budget: memoryBudget,
      tell: () => undefined,
      signal,
    });
    if (!table.ok) return table;
    try {
      const ports: ExamplePort[] = [];
      for (const [index, { node, facts: own }] of planModel(facts).inputs.entries()) {
        const request = requests[index];
        const column = request && table.value.columns.get(requestKey(request));
        if (column === undefined) {
          return refuse('data.notBound', { node: node.name, feature: null });
        }
        const given = portOf(column, table.value, windows?.length ?? 1, order);
        const port = inputPort(node, own, column.name, given);
        if (!port.ok) return port;
        ports.push(port.value);
      }
      const outputs = await runModel(tf, model, ports, places, seed, signal, tell);
      const last = (windows?.length ?? 1) - 1;
      const rows = places.map((place) => order?.[place + last] ?? place + last);
      return ok({ rows, outputs });
    } finally {
      await table.value.close();
    }
  });
}

async function runModel(
  tf: Tf,
  model: tfjs.LayersModel,
  ports: readonly ExamplePort[],
  places: Uint32Array,
  seed: number,
  signal: AbortSignal,
  tell: (fraction: number) => void,
): Promise<Predictions['outputs']> {
  const collected: { shape: readonly number[]; parts: Float32Array[] }[] = [];
  for (let start = 0; start < places.length; start += batchSize) {
    signal.throwIfAborted();
    const own = places.subarray(start, start + batchSize);
    const values = await Promise.all(ports.map(async (port) => port.values(own)));
    const outputs = withSeededRandom(seed, () =>
      tf.tidy(() => {
        const inputs = ports.map(({ shape, dtype }, index) =>
          tf.tensor(values[index] ?? new Float32Array(), [own.length, ...shape], dtype),
        );
        return forward(model, inputs, false).map((output) => tf.cast(output, 'float32'));
      }),
    );
    for (const [index, output] of outputs.entries()) {
      collected[index] ??= { shape: output.shape.slice(1), parts: [] };
      collected[index].parts.push((await output.data()) as Float32Array);
      output.dispose();
    }
    tell((start + own.length) / places.length);
  }
  return collected.map(({ shape, parts }) => ({
    shape: [places.length, ...shape],
    values: joined(parts),
  }));
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const values = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return values;
}
