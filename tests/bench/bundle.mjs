// Bundles one of the benchmark's TypeScript files for Node, into build/bench/.
import { build } from 'esbuild';
import { forNode, root } from '../../main/launch/build.mjs';

/**
 * @param {string} name of the bundle, and of the file of this folder, without ending
 * @param {string} [entry] another file, below the project's folder
 */
export async function bundle(name, entry = `tests/bench/${name}.ts`) {
  const outfile = `${root}build/bench/${name}.cjs`;
  await build({
    ...forNode,
    entryPoints: [entry],
    outfile,
  });
  return outfile;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
