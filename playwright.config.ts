import { defineConfig } from '@playwright/test';

const executablePath = process.env['STRATA_CHROMIUM'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'build/e2e',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // A window on a busy machine; what passes only on its second try is counted and named by the test command.
  retries: 1,
  reporter: process.env['STRATA_TEST_REPORTS'] ? [['list'], ['json']] : 'list',
  use: {
    actionTimeout: 30_000,
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
