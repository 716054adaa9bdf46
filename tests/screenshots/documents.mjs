// Networks to be photographed: the templates as files, and some that show what no template does.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const template = (id) =>
  JSON.parse(readFileSync(new URL(`../../resources/examples/${id}.json`, import.meta.url), 'utf8'));

const columnPx = 190;
const small = { kernelSize: [3, 3], padding: 'same' };

/** A document of its own from `[name, kind, params, column, row, sources…]` rows, with MNIST's data and training. */
function network(name, rows) {
  const { data, training, ...rest } = template('mnist-cnn');
  const nodes = rows.map(([id, kind, params, column, row]) => {
    const position = { x: 40 + column * columnPx, y: 40 + row * 138 };
    return { id, kind, name: id, params, position };
  });
  const edges = rows.flatMap(([id, , , , , ...sources]) =>
    sources.map((source, port) => ({
      id: `${id}:${port}`,
      from: { node: source, port: 0 },
      to: { node: id, port },
    })),
  );
  return {
    ...rest,
    id: name,
    name,
    graph: { nodes, edges, notes: [] },
    data: {
      ...data,
      bindings: { inputs: { image: ['image'] }, outputs: { digit: 'label' } },
    },
    training,
  };
}

/** Two branches whose channels differ where they meet. */
function mistake() {
  return network('digits-resnet', [
    ['image', 'inputLayer', { shape: [28, 28, 1] }, 0, 0.5],
    ['conv2d', 'conv2d', { filters: 32, ...small, activation: 'relu' }, 1, 0.5, 'image'],
    ['conv2d_1', 'conv2d', { filters: 64, ...small, strides: [2, 2] }, 2, 0, 'conv2d'],
    ['conv2d_2', 'conv2d', { filters: 64, ...small }, 3, 0, 'conv2d_1'],
    ['max_pooling2d', 'maxPooling2d', { poolSize: [2, 2] }, 2, 1, 'conv2d'],
    ['add', 'add', {}, 4, 0.5, 'conv2d_2', 'max_pooling2d'],
    ['global_average_pooling2d', 'globalAveragePooling2d', {}, 0, 2, 'add'],
    ['dense', 'dense', { units: 10, activation: 'softmax' }, 1.4, 2, 'global_average_pooling2d'],
    ['digit', 'output', {}, 2.4, 2, 'dense'],
  ]);
}

/** Thirty layers, and a name that is longer than any place for it. */
function deep() {
  const rows = [['image', 'inputLayer', { shape: [28, 28, 1] }, 0, 0]];
  const add = (id, kind, params) => {
    const at = rows.length;
    rows.push([id, kind, params, at % 6, Math.floor(at / 6), rows[at - 1][0]]);
  };
  for (let block = 0; block < 6; block += 1) {
    const suffix = block === 0 ? '' : `_${block}`;
    add(`conv2d${suffix}`, 'conv2d', { filters: 16 + 8 * block, ...small });
    add(`batch_normalization${suffix}`, 'batchNormalization', {});
    add(`activation${suffix}`, 'activation', { activation: 'relu' });
    add(`dropout${suffix}`, 'dropout', { rate: 0.1 });
  }
  add('global_average_pooling2d', 'globalAveragePooling2d', {});
  add('the_layer_that_looks_at_all_of_the_features_once_more', 'dense', { units: 128 });
  add('dropout_last', 'dropout', { rate: 0.5 });
  add('dense', 'dense', { units: 10, activation: 'softmax' });
  add('digit', 'output', {});
  return network('a-deep-network-with-a-name-that-does-not-fit-into-the-top-bar', rows);
}

/** Digits without convolutions: an epoch takes seconds, long enough to be looked at while it trains. */
function digits() {
  const document = template('mnist-mlp');
  const training = {
    ...document.training,
    epochs: 8,
    batchSize: 128,
    stopping: {
      monitor: 'valLoss',
      patienceEpochs: 3,
      minDelta: 0,
      restoreBestWeights: true,
    },
  };
  return { ...document, id: 'digits', name: 'digits', training };
}

/** Writes all of them into a folder; answers nothing. */
export function writeDocuments(folder) {
  mkdirSync(folder, { recursive: true });
  const documents = [mistake(), deep(), digits()];
  for (const id of ['mnist-cnn', 'text-lstm', 'penguins', 'spam-lstm', 'blank']) {
    documents.push({ ...template(id), id, name: id === 'blank' ? 'untitled' : id });
  }
  for (const document of documents) {
    writeFileSync(
      join(folder, `${document.name}.strata`),
      `${JSON.stringify(document, null, 2)}\n`,
    );
  }
}
