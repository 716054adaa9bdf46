import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { ownOperation } from '#shared/layers/reshaping/operationTexts.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';
import type { Shape, Size } from '#shared/shape/shape.ts';

const params = {
  transposeA: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'Turns the first matrix: its columns become rows.',
      'zh-CN': '转置第一个矩阵：列变为行。',
    },
  },
  transposeB: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'Turns the second matrix: its columns become rows.',
      'zh-CN': '转置第二个矩阵：列变为行。',
    },
  },
} as const satisfies ParamTable;

type Values = ValuesOf<typeof params>;

const libraryDefaults: ParamValues = { transposeA: false, transposeB: false };

function matrix(shape: Shape, turn: boolean): readonly [Size, Size] {
  const [rows = null, columns = null] = shape.slice(-2);
  return turn ? [columns, rows] : [rows, columns];
}

function differ(a: Size = null, b: Size = null): boolean {
  return a !== null && b !== null && a !== b;
}

/** The shape of the product; null: there is none. */
function product(first: Shape, second: Shape, { transposeA, transposeB }: Values): Shape | null {
  const [rows, inner] = matrix(first, transposeA);
  const [other, columns] = matrix(second, transposeB);
  const [rooms, otherRooms] = [first.slice(0, -2), second.slice(0, -2)];
  const isUnlike = rooms.some((size, at) => differ(size, otherRooms[at]));
  if (first.length !== second.length || isUnlike || differ(inner, other)) return null;
  return [...rooms.map((size, at) => size ?? otherRooms[at] ?? null), rows, columns];
}

const turns: readonly Values[] = [
  { transposeA: false, transposeB: false },
  { transposeA: false, transposeB: true },
  { transposeA: true, transposeB: false },
  { transposeA: true, transposeB: true },
];

function words({ transposeA, transposeB }: Values) {
  const names = [...(transposeA ? ['A'] : []), ...(transposeB ? ['B'] : [])];
  return names.length === 0
    ? { en: 'Transpose neither', 'zh-CN': '都不转置' }
    : { en: `Transpose ${names.join(' and ')} only`, 'zh-CN': `只转置 ${names.join(' 和 ')}` };
}

/** The product of two matrices for each example: (batch, m, k), (batch, k, n) → (batch, m, n). */
export const matMul = defineLayer({
  kind: 'matMul',
  title: 'MatMul',
  gloss: '矩阵乘法层',
  family: 'merging',
  pictogram: 'matMul',
  doc: {
    en: 'Multiplies two matrices of each example: rows of the first with columns of the second.',
    'zh-CN': '对每个样本把两个矩阵相乘：第一个的行乘第二个的列。',
  },
  link: 'https://keras.io/api/ops/numpy/',
  params,
  inputs: { min: 2, max: 2, ranks: [2, 3] },
  outputShape: ([first = [], second = []], values) => {
    const shape = product(first, second, values);
    if (shape) return ok([shape]);
    const [better] = turns.filter((turn) => product(first, second, turn) !== null);
    return refuse<ParamPatch>(
      'matMul.shapesDiffer',
      {
        first,
        second,
        columns: matrix(first, values.transposeA)[1],
        rows: matrix(second, values.transposeB)[0],
      },
      better === undefined ? {} : { fixes: [{ title: words(better), params: better }] },
    );
  },
  weights: () => [],
  multiplyAdds: ([first = [], second = []], values) =>
    knownElementCount(product(first, second, values) ?? []) *
    (matrix(first, values.transposeA)[1] ?? 1),
  highlights: ({ transposeA, transposeB }) => [
    `${transposeA ? 'Aᵀ' : 'A'}·${transposeB ? 'Bᵀ' : 'B'}`,
  ],
  tfjs: (values) =>
    fromModule(tfjsCall('matMul', params, values, libraryDefaults), 'operations', 'matMul'),
  keras: (values) =>
    fromModule(kerasCall('MatMul', params, values, libraryDefaults), 'operations', 'MatMul'),
  differences: ownOperation,
  messages: {
    'matMul.shapesDiffer': {
      en: {
        sentence: 'MatMul can’t multiply {first} and {second}.',
        cause:
          'The first has {columns} columns and the second {rows} rows, which must be as many; axes before them must be equal.',
      },
      'zh-CN': {
        sentence: 'MatMul 无法将 {first} 与 {second} 相乘。',
        cause: '第一个有 {columns} 列，第二个有 {rows} 行，两者必须相同；之前的轴也必须相同。',
      },
    },
  },
});
