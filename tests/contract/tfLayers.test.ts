import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { layers } from '#shared/layers/index.ts';

const alias = 'Another name of a layer that is offered.';
const base = 'A base class, for layers of one’s own.';
const cell = 'A part of a recurrent layer; the layers SimpleRNN, LSTM and GRU are offered whole.';

/** What tf.layers exports and the catalogue does not offer, and why; README.md names what a user would look for. */
const notOffered: Readonly<Record<string, string>> = {
  avgPool1d: alias,
  avgPool2d: alias,
  avgPool3d: alias,
  avgPooling1d: alias,
  avgPooling2d: alias,
  avgPooling3d: alias,
  globalMaxPool1d: alias,
  globalMaxPool2d: alias,
  maxPool1d: alias,
  maxPool2d: alias,
  Layer: base,
  RNN: base,
  RNNCell: base,
  input: 'Makes the tensor of an inputLayer.',
  simpleRNNCell: cell,
  lstmCell: cell,
  gruCell: cell,
  convLstm2dCell: cell,
  stackedRNNCells: 'Recurrent layers one after the other do the same.',
  rnn: 'Runs cells; recurrent layers one after the other do the same.',
  bidirectional: 'A parameter of the recurrent layers.',
  timeDistributed:
    'Takes a layer, which no parameter can be. Conv3D and ConvLSTM2D read films; Dense works at every step already.',
  randomWidth:
    'Its output has another shape at each step, so nothing behind it could be built; Keras 3 has no such layer.',
};

test('every layer of tf.layers is offered, or it is said why not', () => {
  const offered = new Set(layers.map(({ kind }) => kind));
  const missing = Object.keys(tf.layers).filter((name) => !offered.has(name));
  expect(missing.sort()).toEqual(Object.keys(notOffered).sort());
});
