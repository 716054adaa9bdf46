import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import {
  Identifiers,
  camelCase,
  pascalCase,
  pythonWords,
  snakeCase,
  typescriptWords,
} from '#shared/codegen/identifiers.ts';

test.each([
  ['max_pooling2d_1', 'maxPooling2d1', 'max_pooling2d_1'],
  ['MNIST CNN', 'mNISTCNN', 'mnist_cnn'],
  ['kernelSize', 'kernelSize', 'kernel_size'],
  ['卷积_1', '卷积1', '卷积_1'],
  ['1st', 'layer1st', 'layer_1st'],
  ['a-b.c/d', 'aBCD', 'a_b_c_d'],
  ['', 'layer', 'layer'],
  ['🙂', 'layer', 'layer'],
])('%s becomes %s and %s', (name, camel, snake) => {
  expect(camelCase(name)).toBe(camel);
  expect(snakeCase(name)).toBe(snake);
});

test('the name of a class begins with a capital', () => {
  expect(pascalCase('first_input')).toBe('FirstInput');
});

describe('identifiers of one scope', () => {
  test('are never given twice', () => {
    const names = new Identifiers('camelCase', typescriptWords);
    expect(['dense', 'dense', 'dense_1', 'dense1'].map((name) => names.take(name))).toEqual([
      'dense',
      'dense1',
      'dense1_1',
      'dense1_2',
    ]);
  });

  test('are no words of the language', () => {
    const typescript = new Identifiers('camelCase', typescriptWords);
    expect(['return', 'class', 'input'].map((name) => typescript.take(name))).toEqual([
      'return1',
      'class1',
      'input',
    ]);
    const python = new Identifiers('snake_case', pythonWords);
    expect(['lambda', 'input', 'None'].map((name) => python.take(name))).toEqual([
      'lambda_1',
      'input_1',
      'none',
    ]);
  });

  test('can be read by the language itself, whatever the name', () => {
    const names = new Identifiers('camelCase', typescriptWords);
    for (const name of ['左图', 'été', 'a b', '2', '"', "'; drop", '\u2028', 'await', 'ﬁ']) {
      const identifier = names.take(name);
      expect(() => new Script(`'use strict'; const ${identifier} = 1;`)).not.toThrow();
    }
  });
});
