import { describe, expect, test } from 'vitest'
import { chainTo, findCircle, localTarget, readImportGraph, type Import } from '../support/import-graph'

/** Which part of the tree a file belongs to; the first that fits. */
const LAYERS = [
  'src-main/contract/',
  'src-main/core/',
  'src-main/services/',
  'src-main/store/',
  'src-main/workers/',
  'src-main/preload/',
  'src-main/shells/page/',
  'src-main/shells/compose.ts',
  'src-main/shells/electron/',
  'src-main/shells/browser/',
  'src-main/shells/cli/',
  'src-main/',
  'src-renderer/',
] as const
type Layer = (typeof LAYERS)[number]

/** The pure libraries that the core may use; none of them touches files, network, clock or DOM as it is used here. */
const CORE_PACKAGES = [
  '@cantoo/pdf-lib',
  '@noble/hashes',
  'bidi-js',
  'fflate',
  'fontkit',
  'markdown-it',
  'parse5',
  'pdfjs-dist',
  'saxes',
  'valibot',
]

interface Rule {
  may: readonly (Layer | 'package.json')[]
  /** Packages by name; "node:" stands for all of Node's own. */
  packages: readonly string[]
}
const SHARED = ['src-main/contract/', 'src-main/core/'] as const
const INSIDE = [...SHARED, 'src-main/services/', 'src-main/store/', 'src-main/workers/', 'src-main/'] as const
const RULES: Record<Layer, Rule> = {
  'src-main/contract/': { may: [], packages: ['valibot'] },
  'src-main/core/': { may: ['src-main/contract/'], packages: CORE_PACKAGES },
  'src-main/services/': { may: [...SHARED, 'src-main/'], packages: ['fflate', 'valibot'] },
  'src-main/store/': { may: [...SHARED, 'src-main/services/'], packages: ['node:', 'lowdb', 'valibot', '@fontsource'] },
  'src-main/workers/': { may: [...SHARED, 'src-main/services/', 'src-main/store/'], packages: ['node:'] },
  'src-main/preload/': { may: ['src-main/contract/'], packages: ['electron', '@electron-toolkit/preload'] },
  'src-main/shells/page/': { may: [...SHARED], packages: ['node:'] },
  'src-main/shells/compose.ts': { may: INSIDE, packages: ['node:'] },
  'src-main/shells/electron/': {
    may: [...INSIDE, 'src-main/shells/page/', 'src-main/shells/compose.ts'],
    packages: ['node:', 'electron', 'valibot'],
  },
  'src-main/shells/browser/': {
    may: [...INSIDE, 'src-main/shells/page/', 'src-main/shells/compose.ts'],
    packages: ['node:'],
  },
  // `bluepencil serve` starts the browser shell: the one place where a shell knows another.
  'src-main/shells/cli/': {
    may: [...INSIDE, 'src-main/shells/compose.ts', 'src-main/shells/browser/'],
    packages: ['node:', 'commander', 'valibot'],
  },
  'src-main/': { may: ['package.json'], packages: [] },
  'src-renderer/': { may: [...SHARED], packages: ['svelte', '@fontsource-variable', 'fflate'] },
}

const graph = readImportGraph(['src-main', 'src-renderer'])

function layerOf(path: string): Layer | undefined {
  return LAYERS.find((layer) => path.startsWith(layer) || `${path}.ts` === layer)
}

function mayImport(one: Pick<Import, 'from' | 'specifier'>): boolean {
  const from = layerOf(one.from)
  const target = localTarget(one)
  if (!from) return false
  const rule = RULES[from]
  if (target === undefined) return rule.packages.some((name) => isOfPackage(one.specifier, name))
  if (target === 'package.json') return rule.may.includes(target)
  // The sample story is bundled where the app is put together.
  if (target.startsWith('resources/')) return from === 'src-main/shells/compose.ts'
  const to = layerOf(target)
  return to === from || (to !== undefined && rule.may.includes(to))
}

function isOfPackage(specifier: string, name: string): boolean {
  return name === 'node:' ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`)
}

describe('the layers', () => {
  test('hold for every import', () => {
    const broken = [...graph.values()]
      .flat()
      .filter((one) => !mayImport(one))
      .map((one) => `${chainTo(graph, one.from).join(' → ')} → ${one.specifier}`)
    expect(broken).toEqual([])
  })

  test('know every file of the tree', () => {
    expect([...graph.keys()].filter((file) => !layerOf(file))).toEqual([])
    expect(graph.size).toBeGreaterThan(50)
  })

  test('have no import that leads round in a circle', () => {
    expect(findCircle(graph)).toEqual([])
  })

  test.each([
    ['src-main/core/text/x.ts', 'node:fs', false],
    ['src-main/core/text/x.ts', 'lowdb', false],
    ['src-main/core/text/x.ts', 'parse5', true],
    ['src-main/core/text/x.ts', '../../services/app', false],
    ['src-main/core/text/x.ts', '../../contract/entities', true],
    ['src-main/contract/x.ts', '../core/text/model', false],
    ['src-main/services/x.ts', 'node:fs', false],
    ['src-main/services/x.ts', '../shells/compose', false],
    ['src-main/store/x.ts', '../shells/page/files', false],
    ['src-main/shells/browser/x.ts', 'electron', false],
    ['src-main/shells/electron/x.ts', '../browser/serve', false],
    ['src-main/shells/electron/x.ts', 'electron', true],
    ['src-main/preload/x.ts', 'node:fs', false],
    ['src-main/preload/x.ts', '../core/text/model', false],
    ['src-renderer/src/x.ts', '@core/text/model', true],
    ['src-renderer/src/x.ts', '../../src-main/services/app', false],
    ['src-renderer/src/x.ts', 'electron', false],
    ['src-renderer/src/x.ts', 'node:path', false],
  ])('%s importing %s: %s', (from, specifier, allowed) => {
    expect(mayImport({ from, specifier })).toBe(allowed)
  })
})
