import { defineConfig } from '@playwright/test';

const executablePath = process.env['STRATA_CHROMIUM'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'build/e2e',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: process.env['STRATA_TEST_REPORTS'] ? [['list'], ['json']] : 'list',
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Root cannot use Chromium's own sandbox; the other flag keeps it from calling home.
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'browser', testMatch: 'browser/*.spec.ts' },
    { name: 'electron', testMatch: 'electron/*.spec.ts' },
  ],
});
