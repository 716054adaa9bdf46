import { describe, expect, test } from 'vitest';
import {
  brokenGroup,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  mark,
  remark,
  render,
  softLine,
} from '#shared/codegen/layout.ts';

const call = (items: readonly string[], as = group) =>
  as(['f(', indent([softLine, join([',', line], items)]), ifBroken(','), softLine, ')']);

describe('a group', () => {
  test('stands on one line where it fits, to the column', () => {
    expect(render(call(['aa', 'bb']), 9, '  ').text).toBe('f(aa, bb)\n');
    expect(render(call(['aa', 'bb']), 8, '  ').text).toBe('f(\n  aa,\n  bb,\n)\n');
  });

  test('counts what follows it on its line', () => {
    expect(render([call(['aa', 'bb']), ';'], 9, '  ').text).toBe('f(\n  aa,\n  bb,\n);\n');
  });

  test('is broken by a group inside that must be, and only then', () => {
    const inner = call(['a'], brokenGroup);
    expect(render(group(['g(', indent([softLine, inner]), softLine, ')']), 80, '  ').text).toBe(
      'g(\n  f(\n    a,\n  )\n)\n',
    );
  });

  test('counts Chinese characters as two columns', () => {
    expect(render(call(['左', '右']), 9, '  ').text).toBe('f(左, 右)\n');
    expect(render(call(['左', '右']), 8, '  ').text).toBe('f(\n  左,\n  右,\n)\n');
  });
});

test('a remark ends its line and is not measured', () => {
  const layout = [call(['aa', 'bb']), remark(' // long remark'), ';', hardLine, 'x'];
  expect(render(layout, 10, '  ').text).toBe('f(aa, bb); // long remark\nx\n');
});

test('marks tell lines, several of one key the range around them', () => {
  const layout = [
    mark('a', 'one'),
    hardLine,
    mark('b', ['two', hardLine, 'three']),
    hardLine,
    mark('a', 'x'),
  ];
  expect([...render(layout, 80, '  ').lines]).toEqual([
    ['a', { from: 1, to: 4 }],
    ['b', { from: 2, to: 3 }],
  ]);
});
