// Large networks for measuring the page: blocks of a layer, a normalization, an activation and a branch around them, so
// that every layer depends on the filters of the first one.
import { readFileSync } from 'node:fs';

const perRow = 14;
const columnPx = 200;
const rowPx = 260;

/** A document of `count` layers (input and output apart), as the text of a `.strata` file. */
export function largeDocument(count) {
  const template = JSON.parse(
    readFileSync(new URL('../../resources/examples/mnist-cnn.json', import.meta.url), 'utf8'),
  );
  const nodes = [];
  const edges = [];
  const taken = new Map();
  let column = 0;
  const place = (isBranch) => {
    if (!isBranch) column += 1;
    const at = column - 1;
    return {
      x: 40 + (at % perRow) * columnPx,
      y: 40 + Math.floor(at / perRow) * rowPx + (isBranch ? 120 : 0),
    };
  };
  const add = (kind, params, from, isBranch = false) => {
    const base = kind.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
    const number = taken.get(base) ?? 0;
    taken.set(base, number + 1);
    const name = number === 0 ? base : `${base}_${number}`;
    nodes.push({ id: name, kind, name, params, position: place(isBranch) });
    from.forEach((source, port) => {
      edges.push({
        id: `${source}-${name}-${port}`,
        from: { node: source, port: 0 },
        to: { node: name, port },
      });
    });
    return name;
  };
  const depthwise = { kernelSize: [3, 3], padding: 'same' };

  const input = add('inputLayer', { shape: [28, 28, 1] }, []);
  let last = add('conv2d', { filters: 16, kernelSize: [3, 3], padding: 'same' }, [input]);
  // The ends: a layer before the blocks and two after them.
  for (let left = count - 3; left > 0; left -= 5) {
    if (left < 5) {
      for (let rest = left; rest > 0; rest -= 1) last = add('dropout', { rate: 0.1 }, [last]);
      break;
    }
    const depth = add('depthwiseConv2d', depthwise, [last]);
    const normal = add('batchNormalization', {}, [depth]);
    const active = add('activation', { activation: 'relu' }, [normal]);
    const branch = add('dropout', { rate: 0.1 }, [depth], true);
    last = add('add', {}, [active, branch]);
  }
  const pooled = add('globalAveragePooling2d', {}, [last]);
  const dense = add('dense', { units: 10, activation: 'softmax' }, [pooled]);
  const output = add('output', {}, [dense]);
  const [feature] = Object.values(template.data.bindings.inputs);
  const [target] = Object.values(template.data.bindings.outputs);
  const [judged] = Object.values(template.training.outputs);
  return JSON.stringify({
    ...template,
    id: `bench-${count}`,
    name: `bench-${count}`,
    graph: { nodes, edges, notes: [] },
    data: {
      ...template.data,
      bindings: { inputs: { [input]: feature }, outputs: { [output]: target } },
    },
    training: { ...template.training, outputs: { [output]: judged } },
  });
}
