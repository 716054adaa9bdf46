import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { NodeFacts } from '#shared/graph/inferGraph.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { readForCommand } from '#main/hosts/cli/document.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf, exitCodes } from '#main/hosts/cli/exitCodes.ts';
import { sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { count, tableLines } from '#main/hosts/cli/table.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** `strata summary FILE [--json]`: layers in the order of calculation, with shapes and parameters. */
export async function summary(
  shell: Shell,
  file: string,
  options: { json?: true },
): Promise<ExitCode> {
  const read = await readForCommand(shell.path(file));
  if (!read.ok) {
    sayProblem(shell, read.problem);
    return exitCodeOf(read.problem);
  }
  const { document } = read.value;
  const facts = inferGraph(document.graph, document.blocks);
  const layers = facts.order.flatMap((id) => facts.nodes.get(id) ?? []);
  if (options.json) {
    const { totals } = facts;
    shell.print(
      JSON.stringify({ name: document.name, layers: layers.map(rowOf), totals }, null, 2),
    );
    return exitCodes.done;
  }
  const { text } = shell;
  const head = [texts.layer, texts.kind, texts.outputShape, texts.parameters].map(text);
  const rows = layers.map((layer) => [
    layer.node.name,
    layer.layer?.title ?? layer.node.kind,
    layer.outputs?.map(shapeText).join(', ') ?? '?',
    count(layer.parameterCount),
  ]);
  for (const line of tableLines([head, ...rows], [3])) shell.print(line);
  const { parameterCount, trainableCount, multiplyAdds } = facts.totals;
  shell.print(
    `${text(texts.total)}: ${count(parameterCount)} (${text(texts.trainable)} ${count(trainableCount)}), ` +
      `${text(texts.multiplyAdds)} ${count(multiplyAdds)}`,
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
