import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** `*.test.ts` runs here, in plain Node; `*.spec.ts` are journeys and run in Chromium (playwright.config.ts). */
export default defineConfig({
  resolve: { alias: { '@contract': at('src-main/contract'), '@core': at('src-main/core') } },
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // Two cores are what many build machines have; more workers would only wait for each other.
    maxWorkers: 2,
    testTimeout: 20_000,
    restoreMocks: true,
  },
})
