import { describe, expect, test } from 'vitest';
import { libraryName } from '#shared/codegen/calls.ts';
import * as keras from '#shared/codegen/keras/printCall.ts';
import { render } from '#shared/codegen/layout.ts';
import { Verbatim, withReferences } from '#shared/codegen/printValue.ts';
import type { PrintCall, PrintValue } from '#shared/codegen/printValue.ts';
import * as typescript from '#shared/codegen/typescript/printCall.ts';

function tsValue(value: PrintValue): string {
  return render(typescript.printValue(value), 100, '  ').text.trimEnd();
}
function pyValue(value: PrintValue): string {
  return render(keras.printValue(value), 88, '    ').text.trimEnd();
}

test.each<[PrintValue, string, string]>([
  [null, 'null', 'None'],
  [true, 'true', 'True'],
  [3, '3', '3'],
  [-0, '-0', '-0.0'],
  [1e-7, '1e-7', '1e-7'],
  [1e21, '1e21', '1e21'],
  [NaN, 'Number.NaN', 'float("nan")'],
  [-Infinity, 'Number.NEGATIVE_INFINITY', 'float("-inf")'],
  ['same', "'same'", '"same"'],
  ["it's", '"it\'s"', '"it\'s"'],
  ['a"b', "'a\"b'", '"a\\"b"'],
  ['back\\slash\n', "'back\\\\slash\\n'", '"back\\\\slash\\n"'],
  [[], '[]', '()'],
  [[64], '[64]', '(64,)'],
  [[3, null], '[3, null]', '(3, None)'],
  [{ a: 1, 'b-c': [2] }, "{ a: 1, 'b-c': [2] }", '{"a": 1, "b-c": (2,)}'],
  [
    [
      [1, 2],
      [3, 4],
    ],
    '[\n  [1, 2],\n  [3, 4],\n]',
    '((1, 2), (3, 4))',
  ],
  [new Verbatim('width'), 'width', 'width'],
])('%j is printed as %s and %s', (value, inTypeScript, inPython) => {
  expect(tsValue(value)).toBe(inTypeScript);
  expect(pyValue(value)).toBe(inPython);
});

describe('a call', () => {
  const print = (call: PrintCall) => render(typescript.printCall(call), 100, '  ').text.trimEnd();

  test('leaves out what the library takes by itself, and only that', () => {
    const args = { units: 2, useBias: true, activation: 'relu' };
    expect(
      print({ fn: 'layers.dense', args, defaults: { useBias: true, activation: 'linear' } }),
    ).toBe("tf.layers.dense({ units: 2, activation: 'relu' })");
    expect(
      print({ fn: 'layers.dense', args: { useBias: false }, defaults: { useBias: true } }),
    ).toBe('tf.layers.dense({ useBias: false })');
  });

  test('by position leaves out only the last arguments', () => {
    const defaults = { learningRate: 0.001, beta1: 0.9, beta2: 0.999 };
    const adam = (args: PrintCall['args']) =>
      print({ fn: 'train.adam', positional: true, args, defaults });
    expect(adam({ learningRate: 0.001, beta1: 0.9, beta2: 0.999 })).toBe('tf.train.adam()');
    expect(adam({ learningRate: 0.001, beta1: 0.8, beta2: 0.999 })).toBe(
      'tf.train.adam(0.001, 0.8)',
    );
  });

  test('is one word where the library takes one', () => {
    const zeros = { fn: 'initializers.zeros', args: {}, shorthand: 'zeros' };
    expect(print({ fn: 'layers.dense', args: { biasInitializer: zeros } })).toBe(
      "tf.layers.dense({ biasInitializer: 'zeros' })",
    );
    expect(print({ fn: 'layers.dense', args: { b: zeros }, defaults: { b: 'zeros' } })).toBe(
      'tf.layers.dense()',
    );
  });

  test('takes values of a block by their names, also inside', () => {
    const inner = { fn: 'layers.lstm', args: { units: 4, rate: 4 } };
    const call = { fn: 'layers.bidirectional', args: { layer: inner, mergeMode: 'sum' } };
    const own = { units: { param: 'width' } };
    const printed = withReferences(call, own, { units: 4 }, (param) => param);
    expect(print(printed)).toBe(
      "tf.layers.bidirectional({ layer: tf.layers.lstm({ units: width, rate: 4 }), mergeMode: 'sum' })",
    );
  });
});

test.each([
  ['conv2d_1', 'conv2d_1'],
  ['block/dense', 'block/dense'],
  ['左图', 'u5de6u56fe'],
  ['_private', 'layer_private'],
  ["'); drop", 'u27u29u3bu20drop'],
])('the libraries know %s as %s', (name, expected) => {
  expect(libraryName(name)).toBe(expected);
});
