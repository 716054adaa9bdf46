import { compileModel } from '#main/engine/compile/compileModel.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { loadWeights } from '#main/engine/formats/layersModel.ts';
import type { WeightsPlace } from '#main/engine/messages.ts';
import type { Predictor } from '#main/engine/predict/predictRows.ts';
import { readPreparation, runFolderOf } from '#main/engine/train/preparationFile.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

/** Builds a run's model with its weights. Problems: those of the model, the weights, the device and the run's preparation. */
export async function openPredictor(
  document: StrataDocument,
  weights: WeightsPlace,
): Promise<Result<Predictor>> {
  const fitted = await readPreparation(runFolderOf(weights.folder));
  if (!fitted.ok) return fitted;
  const facts = inferGraph(document.graph, document.blocks);
  const device = await openDevice('auto');
  if (!device.ok) return device;
  const { tf } = device.value;
  const model = compileModel(tf, document, facts);
  if (!model.ok) return model;
  const loaded = await loadWeights(model.value, weights.folder);
  if (!loaded.ok) return loaded;
  return ok({
    tf,
    model: model.value,
    document,
    facts,
    fitted: fitted.value ?? { version: 1, steps: [] },
  });
}
