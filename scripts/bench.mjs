// Runs the measurements of tests/bench: node scripts/bench.mjs [SECTION…] [--data FILE.jsonl]
//
// A section is one file there that exports `name` and `run({ data })`, prints what it measured, and keeps within half a
// minute. What sections share lives in tests/bench/support.
// Sections are bundled first, the way the app ships, because code run through a loader is measured slower than it is.
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const sections = join(root, 'tests', 'bench')
const built = join(root, 'out', 'bench')

const { wanted, data } = parse(process.argv.slice(2))
const files = (await readdir(sections)).filter((file) => file.endsWith('.ts'))
const known = files.map((file) => basename(file, '.ts'))
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`bench: there is no section ${unknown.join(', ')}; there are ${known.join(', ')}.`)
  process.exit(2)
}

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: built,
    emptyOutDir: true,
    minify: false,
    rollupOptions: { input: Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(sections, file)])) },
  },
  resolve: { alias: { '@contract': join(root, 'src-main/contract'), '@core': join(root, 'src-main/core') } },
})

for (const section of known) {
  if (wanted.length > 0 && !wanted.includes(section)) continue
  const { name, run } = await import(pathToFileURL(join(built, `${section}.js`)).href)
  console.log(`\n== ${name}`)
  const started = performance.now()
  await run({ data })
  console.log(`   (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

function parse(args) {
  const at = args.indexOf('--data')
  if (at >= 0 && !args[at + 1]) {
    console.error('usage: bench [SECTION…] [--data FILE.jsonl]')
    process.exit(2)
  }
  return {
    data: at < 0 ? undefined : args[at + 1],
    wanted: args.filter((argument, index) => !argument.startsWith('--') && (at < 0 || index !== at + 1)),
  }
}
