import { axisNames, volumeAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { fromChannelsLast, toChannelsLast, volumeFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { sizesHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ValuesOf } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  size: {
    type: 'integers',
    length: 3,
    default: [2, 2, 2],
    min: 1,
    entries: volumeAxes,
    doc: {
      en: 'How many times larger it becomes.',
      'zh-CN': '放大多少倍。',
    },
  },
  dataFormat: volumeFormatParam,
} as const satisfies ParamTable;

function enlarged(input: Shape, { size, dataFormat }: ValuesOf<typeof params>): Shape {
  const lengths = toChannelsLast(input, dataFormat);
  return fromChannelsLast(
    lengths.map((length, axis) => (length === null ? null : length * (size[axis] ?? 1))),
    dataFormat,
  );
}

/** Makes volumes larger: (batch, depth, height, width, channels), all three larger. */
export const upSampling3d = defineLayer({
  kind: 'upSampling3d',
  title: 'UpSampling3D',
  gloss: '三维上采样层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Makes a volume larger by repeating each cell. Nothing to train.',
    'zh-CN': '通过重复每个体素来放大三维数据，没有可训练的参数。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/up_sampling3d/',
  params,
  inputs: { min: 1, max: 1, ranks: [4] },
  outputShape: ([input = []], values) => ok([enlarged(input, values)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ size }) => [sizesHighlight(size)],
  explain: ([input = []], values) => {
    const before = toChannelsLast(input, values.dataFormat);
    const after = toChannelsLast(enlarged(input, values), values.dataFormat);
    return values.size.map((times, axis) => ({
      label: volumeAxes[axis] ?? axisNames.depth,
      formula: `${before[axis] ?? '?'} × ${times}`,
      result: String(after[axis] ?? '?'),
    }));
  },
  tfjs: (values) =>
    fromModule(tfjsCall('upSampling3d', params, values), 'upSampling', 'upSampling3d'),
  keras: (values) =>
    kerasCall('layers.UpSampling3D', params, values, {
      size: [2, 2, 2],
      dataFormat: 'channelsLast',
    }),
});
