import { describe, expect, test } from 'vitest';
import type { Feature, FeatureKind, FeatureRole } from '#shared/data/feature.ts';
import { check, template } from '#shared/document/checks/casesForTests.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { applyEdit } from '#shared/document/edit.ts';

describe('weights of examples', () => {
  const feature = (name: string, role: FeatureRole, kind: FeatureKind = 'number'): Feature => ({
    name,
    role,
    kind,
    shape: [],
    dtype: kind === 'number' ? 'float32' : 'text',
    classes: null,
  });
  const weighed = (...features: readonly Feature[]) =>
    template('blank', {
      type: 'setData',
      data: { source: { kind: 'table', params: { file: 'a.csv' } }, features },
    });
  const codes = (document: StrataDocument) =>
    check(document)
      .map(({ code }) => code)
      .filter((code) => code.toLowerCase().includes('weight'));

  test('one number is right, and so is none', () => {
    expect(codes(weighed(feature('w', 'weight')))).toEqual([]);
    expect(codes(weighed(feature('w', 'input')))).toEqual([]);
  });

  test.each([
    [
      'data.severalWeights',
      [feature('w', 'weight'), feature('v', 'weight')],
      ['weight', 'ignored'],
    ],
    ['data.weightNotNumber', [feature('w', 'weight', 'text')], ['ignored']],
  ])('%s, and the fix mends it', (code, features, roles) => {
    const document = weighed(...features);
    expect(codes(document)).toEqual([code]);
    const fix = check(document).find((problem) => problem.code === code)?.fixes?.[0];
    if (fix === undefined) expect.fail('There is no fix.');
    const mended = applyEdit(document, fix.edit);
    expect(codes(mended)).toEqual([]);
    expect(mended.data.features.map(({ role }) => role)).toEqual(roles);
  });
});
