import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const ALIASES: Readonly<Record<string, string>> = { '@contract/': 'src-main/contract/', '@core/': 'src-main/core/' }
const toUnix = (path: string): string => path.split(sep).join('/')

export interface Import {
  readonly from: string
  readonly specifier: string
  /** Gone from the built program: `import type`. */
  readonly typeOnly: boolean
}

/** Every source file, by its path from the root, with what it imports. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>

export function readImportGraph(folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'))
      .map((path) => `${folder}/${toUnix(path)}`),
  )
  return new Map(files.map((file) => [file, importsOf(file)]))
}

/** A local import as a path from the root, without its extension where it has none; undefined for a package. */
export function localTarget({ from, specifier }: Pick<Import, 'from' | 'specifier'>): string | undefined {
  const alias = Object.keys(ALIASES).find((name) => specifier.startsWith(name))
  if (!alias && !specifier.startsWith('.')) return undefined
  const plain = specifier.replace(/\?.*$/, '')
  const path = alias ? join(ROOT, ALIASES[alias] ?? '', plain.slice(alias.length)) : resolve(ROOT, dirname(from), plain)
  return toUnix(relative(ROOT, path))
}

/** The file that a local import means. */
export function targetFile(graph: ImportGraph, one: Import): string | undefined {
  const target = localTarget(one)
  return [target, `${target}.ts`, `${target}/index.ts`].find((path) => path !== undefined && graph.has(path))
}

/** The shortest way from a program's start to a file, so that a broken rule shows how it came in. */
export function chainTo(graph: ImportGraph, file: string): string[] {
  const importersOf = (of: string): string[] =>
    [...graph].filter(([, imports]) => imports.some((one) => targetFile(graph, one) === of)).map(([from]) => from)
  const seen = new Set([file])
  let longest = [file]
  for (const queue = [[file]]; queue.length > 0;) {
    const chain = queue.shift() ?? []
    longest = chain
    for (const above of importersOf(chain[0] ?? '')) {
      if (seen.has(above)) continue
      seen.add(above)
      queue.push([above, ...chain])
    }
  }
  return longest
}

/** A circle of imports that exists in the built program, or nothing. */
export function findCircle(graph: ImportGraph): string[] {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    for (const one of graph.get(file) ?? []) {
      const next = one.typeOnly ? undefined : targetFile(graph, one)
      const circle = next ? visit(next, [...path, file]) : []
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const circle = visit(file, [])
    if (circle.length > 0) return circle
  }
  return []
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1])
  const code = extname(file) === '.svelte' ? scripts.join('\n') : text
  const found: Import[] = []
  const add = (literal: ts.Node | undefined, typeOnly: boolean): void => {
    if (literal && ts.isStringLiteral(literal)) found.push({ from: file, specifier: literal.text, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest))
  return found
}
