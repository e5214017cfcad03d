import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from './tests/support/chromium'

const ci = Boolean(process.env.CI)

/** Journeys through the built program. `npm run build` comes first; `npm test` sees to it. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: ci,
  retries: ci ? 1 : 0,
  failOnFlakyTests: false,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
  },
  projects: [
    { name: 'browser shell', testIgnore: 'electron*.spec.ts' },
    // The stand-in has a driver of its own in the page; two traces of one page get in each other's way.
    { name: 'electron', testMatch: 'electron*.spec.ts', use: { trace: 'off' } },
  ],
})
