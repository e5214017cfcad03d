/**
 * npm run fuzz [-- --inputs N] [--seed S] [--from N] [--only .docx] [--keep FOLDER]: bad files of every format that can be imported,
 * ten thousand a run. Ends with status 1 when one of them crashed, hung, leaked or wrote where it may not.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz } from '../tests/hostile/parts/fuzz'

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
})
const MEGABYTE = 1024 * 1024
const seed = Number(values.seed)
const started = performance.now()
const { inputs, outcomes, failures, slowest, grown } = await fuzz({
  inputs: Number(values.inputs),
  seed,
  from: Number(values.from),
  only: values.only,
})
console.log(`${inputs} inputs of seed ${seed} in ${((performance.now() - started) / 1_000).toFixed(0)} s`)
for (const [key, times] of [...outcomes].sort(([a], [b]) => a.localeCompare(b))) console.log(`  ${key}: ${times}`)
console.log(`slowest: ${slowest.ms.toFixed(0)} ms (input ${slowest.number}, ${slowest.name})`)
console.log(`held beyond the first inputs: ${(grown / MEGABYTE).toFixed(1)} MB`)
console.log(`${failures.length} failures`)
if (values.keep !== undefined) await mkdir(values.keep, { recursive: true })
for (const { number, name, wrong, bytes } of failures) {
  console.log(`\n--seed ${seed} --from ${number} --inputs 1 (${name})\n${wrong}`)
  if (values.keep !== undefined)
    await writeFile(join(values.keep, `${seed}-${number}-${name.replace(/[^\w.-]/g, '_')}`), bytes)
}
process.exit(failures.length > 0 || grown > 64 * MEGABYTE ? 1 : 0)
