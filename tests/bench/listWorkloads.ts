// Tells the benchmark what there is to train.
import { datasetOf, workloads } from './workloads.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const most = Number(process.argv[2]);

async function main(): Promise<void> {
  const list = await Promise.all(
    workloads.map(async (workload) => {
      const facts = inferGraph(workload.document.graph, workload.document.blocks);
      const { train } = await datasetOf(workload, most);
      const first = [...facts.nodes.values()].find(({ multiplyAdds }) => multiplyAdds > 0);
      return {
        id: workload.id,
        title: workload.title,
        examples: train.count,
        // Forward, gradient of the weights, gradient of the inputs; the first layer has no use for the last.
        flopsPerExample: 2 * (3 * facts.totals.multiplyAdds - (first?.multiplyAdds ?? 0)),
      };
    }),
  );
  process.send?.(list, () => {
    process.disconnect();
  });
}

void main();
