import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { catchReads } from '#main/engine/data/catchReads.ts';
import type { DataWork } from '#main/engine/data/dataWork.ts';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import { writers } from '#main/engine/data/writers/index.ts';
import type { PreparedTable, WrittenPart } from '#main/engine/data/writers/preparedTable.ts';
import type { EngineRequests } from '#main/engine/messages.ts';
import type { ExamplePort, SplitExamples } from '#main/engine/train/examples.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { WrittenFile } from '#shared/protocol/types.ts';

/**
 * Writes a document's examples as its network gets them, divided and prepared. The file appears when it is complete.
 * Problems: `data.unknownOutput`, those of loading and of the file system.
 */
export function prepareData(
  { document, documentFolder, output }: EngineRequests['prepareData']['input'],
  { signal, tell }: DataWork,
): Promise<Result<WrittenFile>> {
  const writer = writers.find(({ ending }) => path.extname(output).toLowerCase() === ending);
  const place = { place: { file: output } };
  if (writer === undefined) {
    const endings = writers.map(({ ending }) => ending);
    return Promise.resolve(refuse('data.unknownOutput', { file: output, endings }, place));
  }
  return catchReads(signal, async () => {
    const facts = inferGraph(document.graph, document.blocks);
    const loaded = await loadExamples(tf, document, facts, documentFolder, {
      seed: document.seed,
      signal,
      tell,
    });
    if (!loaded.ok) return loaded;
    const random = randomBytes(6).toString('hex');
    const temporary = path.join(path.dirname(output), `.${path.basename(output)}.${random}.tmp`);
    try {
      await mkdir(path.dirname(output), { recursive: true });
      const table = tableOf(loaded.value.examples, facts);
      const onWritten = (fraction: number) => {
        tell('writing', fraction);
      };
      await writer.write(table, temporary, onWritten, signal);
      await rename(temporary, output);
      const { size } = await stat(output);
      const rows = table.parts.reduce((sum, { count }) => sum + count, 0);
      return ok({ path: output, rows, bytes: size });
    } catch (error) {
      const problem = fileProblem(error, output);
      if (problem === null) throw error;
      return fail(problem);
    } finally {
      await rm(temporary, { force: true });
      await loaded.value.close();
    }
  });
}

/** A column for each input and output of the network, under its name. */
function tableOf({ train, validation, test }: SplitExamples, facts: GraphFacts): PreparedTable {
  const plan = planModel(facts);
  const names = [
    ...plan.inputs.map(({ node }) => node.name),
    ...plan.outputs.map(({ node }, index) => node?.name ?? `output_${index}`),
  ];
  const columns = [...train.inputs, ...train.targets].map(({ shape, dtype }, index) => ({
    name: names[index] ?? `column_${index}`,
    shape,
    dtype,
  }));
  const parts = Object.entries({ train, validation, test }).flatMap(
    ([name, part]): WrittenPart[] => {
      // A test part that also validates is written once.
      if (part === null || (name === 'validation' && part === test)) return [];
      const ports: readonly ExamplePort[] = [...part.inputs, ...part.targets];
      return [
        {
          name: name as WrittenPart['name'],
          count: part.count,
          values: async (column, from, to) => {
            const numbers = Uint32Array.from({ length: to - from }, (_, index) => from + index);
            return (await ports[column]?.values(part.rows(numbers))) ?? new Float32Array();
          },
        },
      ];
    },
  );
  return { columns, parts };
}
