import { expect, test } from 'vitest';
import { readLayout } from '#renderer/store/layout.ts';

const drawer = { isOpen: true, tab: 'summary', heightPx: 230 } as const;

test.each([
  [null, null],
  ['not JSON', null],
  ['7', null],
  ['{}', { drawer, isPaletteOpen: true, isInspectorOpen: true }],
  [
    '{"drawer":{"isOpen":false,"tab":"code","heightPx":300},"isPaletteOpen":false,"isInspectorOpen":true}',
    {
      drawer: { isOpen: false, tab: 'summary', heightPx: 300 },
      isPaletteOpen: false,
      isInspectorOpen: true,
    },
  ],
  ['{"drawer":{"heightPx":-5}}', { drawer, isPaletteOpen: true, isInspectorOpen: true }],
] as const)('%s gives %j', (text, expected) => {
  expect(readLayout(text, drawer)).toEqual(expected);
});
