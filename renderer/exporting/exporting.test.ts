import { describe, expect, test } from 'vitest';
import { folderName, folderOf, joinPath } from '#renderer/exporting/exportFolder.ts';
import { firstFile, treeLines } from '#renderer/exporting/fileTree.ts';

const file = (path: string, text: string | null = ''): Parameters<typeof treeLines>[0][number] => ({
  path,
  sizeBytes: 10,
  text,
});

describe('folders of exports', () => {
  test.each([
    ['/home/ada', 'mnist', '/home/ada/mnist'],
    ['/', 'mnist', '/mnist'],
    ['C:\\Users\\Ada', 'mnist', 'C:\\Users\\Ada\\mnist'],
  ])('%s and %s', (folder, name, path) => {
    expect(joinPath(folder, name)).toBe(path);
  });

  test.each([
    ['/home/ada/mnist.strata', '/home/ada'],
    ['C:\\Ada\\mnist.strata', 'C:\\Ada'],
    ['/mnist.strata', '/'],
  ])('%s lies in %s', (path, folder) => {
    expect(folderOf(path)).toBe(folder);
  });

  test.each([
    ['mnist-cnn', 'mnist-cnn'],
    ['a/b: c?', 'a-b- c-'],
    ['手写数字', '手写数字'],
    ['...', 'network'],
  ])('%s is called %s', (name, folder) => {
    expect(folderName(name)).toBe(folder);
  });
});

describe('file tree', () => {
  const files = [
    file('package.json'),
    file('src/model.ts'),
    file('src/data.ts'),
    file('weights/w.bin', null),
  ];

  test('shows folders before files', () => {
    expect(treeLines(files).map(({ name, depth }) => `${'  '.repeat(depth)}${name}`)).toEqual([
      'src',
      '  data.ts',
      '  model.ts',
      'weights',
      '  w.bin',
      'package.json',
    ]);
  });

  test('the model is shown first', () => {
    expect(firstFile(files)?.path).toBe('src/model.ts');
    expect(firstFile([file('weights.bin', null)])?.path).toBe('weights.bin');
    expect(firstFile([])).toBeNull();
  });
});
