import { describe, expect, test } from 'vitest';
import { documentPath, maxDocumentBytes, sizeText } from '#main/workspace/documents.ts';

describe('documents', () => {
  test.each([
    [999, '999 B'],
    [1000, '1.0 kB'],
    [2_000_000_000, '2.0 GB'],
    [maxDocumentBytes, '67.1 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  test.each([
    ['/a/cats', '/a/cats.strata'],
    ['/a/cats.strata', '/a/cats.strata'],
    ['/a/cats.STRATA', '/a/cats.STRATA'],
    ['/a/cats.json', '/a/cats.json.strata'],
  ])('%s is saved as %s', (path, saved) => {
    expect(documentPath(path)).toBe(saved);
  });
});
