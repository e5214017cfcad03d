import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { UserConfig } from 'vite'
import { shippedLicences } from './scripts/support/shipped-licences'

const at = (path: string): string => resolve(import.meta.dirname, path)
const alias = { '@contract': at('src-main/contract'), '@core': at('src-main/core') }

/**
 * Everything is bundled but Node's own modules and Electron, so that the package needs no node_modules. All files lie
 * side by side in out/main: a worker or the built page is then found from any of them by the same relative address.
 */
const main: UserConfig & { build: { externalizeDeps: false } } = {
  // fflate's build for Node declares a `require` of its own, and so does what electron-vite puts before such code. Only
  // its synchronous functions are used here, and those are the same in the build for browsers.
  resolve: { alias: { ...alias, fflate: 'fflate/browser' } },
  plugins: [shippedLicences('main')],
  build: {
    externalizeDeps: false,
    outDir: at('out/main'),
    // The terminal and the browser shell run on the oldest Node that package.json names, not on Electron's.
    target: 'node20.19',
    rolldownOptions: {
      external: ['electron', /^node:/],
      input: {
        index: at('src-main/shells/electron/main.ts'),
        browser: at('src-main/shells/browser/serve.ts'),
        cli: at('src-main/shells/cli/main.ts'),
        'import-worker': at('src-main/workers/import-worker.ts'),
        'detect-worker': at('src-main/workers/detect-worker.ts'),
        'scan-worker': at('src-main/workers/scan-worker.ts'),
        'search-worker': at('src-main/workers/search-worker.ts'),
        'export-worker': at('src-main/workers/export-worker.ts'),
        'record-worker': at('src-main/workers/record-worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
}

/** A sandboxed preload is one CommonJS file that requires nothing but Electron. */
const preload: UserConfig & { build: { externalizeDeps: false } } = {
  plugins: [shippedLicences('preload')],
  build: {
    externalizeDeps: false,
    outDir: at('out/preload'),
    rolldownOptions: {
      external: ['electron'],
      input: { index: at('src-main/preload/index.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
}

/** The page. Nothing is inlined, because the content security policy allows neither inline scripts nor styles. */
export const renderer: UserConfig = {
  root: at('src-renderer'),
  resolve: { alias },
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), shippedLicences('renderer')],
  build: {
    outDir: at('out/renderer'),
    emptyOutDir: true,
    minify: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: at('src-renderer/index.html') },
  },
}

export default { main, preload, renderer }
