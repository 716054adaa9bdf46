import type { EngineRequests } from '#main/engine/messages.ts';
import { openInput } from '#main/engine/predict/openInput.ts';
import { openPredictor } from '#main/engine/predict/openPredictor.ts';
import { inputNames, predictRows } from '#main/engine/predict/predictRows.ts';
import { planModel } from '#shared/codegen/plan.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

type Output = EngineRequests['predict']['output']['outputs'][number];

/**
 * Predicts for the examples of a file or folder, which are as the data source gives them: the run's preparation is applied.
 * Problems: those of `openInput`, `openPredictor` and `predictRows`.
 */
export async function predict({
  document,
  weights,
  inputPath,
}: EngineRequests['predict']['input']): Promise<Result<EngineRequests['predict']['output']>> {
  const { signal } = new AbortController();
  const facts = inferGraph(document.graph, document.blocks);
  const { inputs, outputs } = planModel(facts);
  const source = await openInput({
    file: inputPath,
    recipe: document.data,
    names: inputNames(document, facts),
    shape: inputs.length === 1 ? (inputs[0]?.facts.outputs?.[0] ?? null) : null,
    signal,
  });
  if (!source.ok) return source;
  try {
    const predictor = await openPredictor(document, weights);
    if (!predictor.ok) return predictor;
    const predictions = await predictRows(predictor.value, source.value, signal);
    predictor.value.model.dispose();
    if (!predictions.ok) return predictions;
    return ok({
      outputs: predictions.value.outputs.map(({ shape, values }, index): Output => ({
        name: outputs[index]?.node?.name ?? `output_${index}`,
        shape,
        values,
      })),
    });
  } finally {
    await source.value.close();
  }
}
