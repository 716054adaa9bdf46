import type { StrataDocument } from '#shared/document/document.ts';
import { estimateMemory } from '#shared/document/estimateMemory.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { NodeFacts } from '#shared/graph/inferGraph.ts';
import { fillValues } from '#shared/problems/describeProblem.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { withDocument } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodes } from '#main/hosts/cli/exitCodes.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { count, tableLines } from '#main/hosts/cli/table.ts';
import { texts } from '#main/hosts/cli/texts.ts';
import { bytesText } from '#shared/problems/bytesText.ts';

/** `strata summary FILE [--json]`: layers in the order of calculation, with shapes and what they cost; memory to train. */
export function summary(shell: Shell, file: string, options: { json?: true }): Promise<ExitCode> {
  return withDocument(shell, file, ({ document }) => printSummary(shell, document, options));
}

function printSummary(shell: Shell, document: StrataDocument, options: { json?: true }): ExitCode {
  const facts = inferGraph(document.graph, document.blocks);
  const { batchSize } = document.training;
  const memory = estimateMemory(document, facts);
  const layers = facts.order.flatMap((id) => facts.nodes.get(id) ?? []);
  if (options.json) {
    const rows = layers.map((layer) => ({
      ...rowOf(layer),
      memory: memory.nodes.get(layer.node.id),
    }));
    const { name } = document;
    const whole = { batchSize, ...memory.total };
    const result = { name, layers: rows, totals: facts.totals, memory: whole };
    shell.print(JSON.stringify(result, null, 2));
    return exitCodes.done;
  }
  const { text } = shell;
  const head = [
    texts.layer,
    texts.kind,
    texts.outputShape,
    texts.parameters,
    texts.multiplyAdds,
  ].map(text);
  const rows = layers.map((layer) => [
    layer.node.name,
    layer.layer?.title ?? layer.node.kind,
    layer.outputs?.map(shapeText).join(', ') ?? '?',
    count(layer.parameterCount),
    count(layer.multiplyAdds),
  ]);
  for (const line of tableLines([head, ...rows], [3, 4])) shell.print(line);
  const fill = (line: LocalText, values: Readonly<Record<string, string>>) =>
    fillValues(text(line), values, shell.language);
  const { totals } = facts;
  shell.print(
    fill(texts.totalLine, {
      parameters: count(totals.parameterCount),
      trainable: count(totals.trainableCount),
      multiplyAdds: count(totals.multiplyAdds),
    }),
  );
  const { total } = memory;
  shell.print(
    fill(texts.memoryLine, {
      batchSize: count(batchSize),
      total: bytesText(total.totalBytes),
      weights: bytesText(total.weightBytes),
      gradients: bytesText(total.gradientBytes),
      optimizer: bytesText(total.optimizerBytes),
      activations: bytesText(total.activationBytes),
    }),
  );
  return exitCodes.done;
}

function rowOf({ node, layer, inputs, outputs, ...facts }: NodeFacts) {
  return {
    id: node.id,
    name: node.name,
    kind: node.kind,
    title: layer?.title ?? null,
    status: facts.status,
    inputShapes: inputs,
    outputShapes: outputs,
    parameterCount: facts.parameterCount,
    trainableCount: facts.trainableCount,
    multiplyAdds: facts.multiplyAdds,
  };
}

function shapeText(shape: Shape): string {
  return shape.length === 0 ? '1' : shape.map((size) => size ?? '?').join('×');
}
