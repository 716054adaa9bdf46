import { describe, expect, test } from 'vitest';
import { documentPath } from '#main/workspace/documents.ts';

describe('documents', () => {
  test.each([
    ['/a/cats', '/a/cats.strata'],
    ['/a/cats.strata', '/a/cats.strata'],
    ['/a/cats.STRATA', '/a/cats.STRATA'],
    ['/a/cats.json', '/a/cats.json.strata'],
  ])('%s is saved as %s', (path, saved) => {
    expect(documentPath(path)).toBe(saved);
  });
});
