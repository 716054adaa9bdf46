import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataType, TypedValues } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import type { GraphDef, NodeOutput } from '#main/engine/graphMode/graphDef.ts';

/** What is put into a placeholder. */
export interface Feed {
  readonly shape: readonly number[];
  readonly dtype: DataType;
  /** TensorFlow may keep using this memory: it must not be written to again. */
  readonly values: TypedValues;
}

/** A graph that TensorFlow has loaded, with its variables. */
export class Session {
  readonly #binding: GraphContext['binding'];
  readonly #id: number;

  constructor({ binding }: Pick<GraphContext, 'binding'>, graph: GraphDef) {
    this.#binding = binding;
    // The binding loads graphs from folders only.
    const folder = mkdtempSync(path.join(tmpdir(), 'strata-graph-'));
    try {
      writeFileSync(path.join(folder, 'saved_model.pb'), graph.savedModel());
      this.#id = binding.loadSavedModel(folder, 'serve');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** One call: runs what these outputs need; answers the numbers of their tensors, which are the caller's to delete. */
  run(feeds: Readonly<Record<string, number>>, outputs: readonly NodeOutput[]) {
    const names = Object.keys(feeds);
    return this.#binding.runSavedModel(
      this.#id,
      Object.values(feeds),
      names.join(','),
      outputs.join(','),
    );
  }

  /** One call with values: makes the tensors, reads the only output, leaves none behind. */
  compute(feeds: Readonly<Record<string, Feed>>, output: NodeOutput): TypedValues {
    const ids: Record<string, number> = {};
    try {
      for (const [name, { shape, dtype, values }] of Object.entries(feeds)) {
        ids[name] = this.#binding.createTensor([...shape], dtype, values);
      }
      const [made] = this.run(ids, [output]);
      if (made === undefined) throw new Error(`The graph gave no ${output}.`);
      const values = this.#binding.tensorDataSync(made.id);
      this.#binding.deleteTensor(made.id);
      return values;
    } finally {
      for (const id of Object.values(ids)) this.#binding.deleteTensor(id);
    }
  }

  free(): void {
    this.#binding.deleteSavedModel(this.#id);
  }
}
