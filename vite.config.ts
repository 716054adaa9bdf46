import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../build/renderer',
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    // The page's security policy allows no data: fonts.
    assetsInlineLimit: 0,
  },
  test: {
    root: '.',
    include: ['{shared,main,renderer,tests}/**/*.test.{ts,tsx}'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // Every test's home shares the devices that `npm test` has installed.
    env: { STRATA_ENGINES: process.env.STRATA_ENGINES ?? resolve('.cache/engines') },
  },
});
