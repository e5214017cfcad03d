/**
 * npm run durability [-- --kills N] [--operations N] [--stride N] [--only NAME]: what the tests do in small, in full. Prints what it did,
 * and ends with status 1 when an acknowledged edit was lost or a file could not be read.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { damageEverything } from '../tests/durability/parts/damage-everything'
import { failAtEveryOffset, fillRealDisk } from '../tests/durability/parts/full-disk'
import { killUnderLoad } from '../tests/durability/parts/kills'
import { happenings, replayEqualsMemory } from '../tests/durability/parts/random-commands'
import { story } from '../tests/durability/story'
import { buildCli } from '../tests/support/built-cli'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    operations: { type: 'string', default: '100000' },
    stride: { type: 'string', default: '64' },
    only: { type: 'string' },
  },
})
const folder = await mkdtemp(join(tmpdir(), 'bluepencil-durability-'))

/** Bytes of a write that the disk still takes: nothing, odd ones, around blocks and pages, most of it. */
const OFFSETS = [0, 1, 2, 17, 64, 127, 300, 511, 512, 513, 700, 1_023, 1_500, 2_048, 3_000, 4_095, 4_096, 4_097, 8_192]

const parts: Record<string, () => Promise<string>> = {
  async replay() {
    const wanted = Number(values.operations)
    const sum = { done: 0, refused: 0, snapshots: 0 }
    while (sum.done < wanted)
      fc.assert(
        fc.property(happenings(400), (list) => {
          const { done, refused, snapshots } = replayEqualsMemory(story(), list)
          sum.done += done
          sum.refused += refused
          sum.snapshots += snapshots
        }),
        { numRuns: 20 },
      )
    return `${sum.done} operations and ${sum.refused} refused ones, replayed twice over ${sum.snapshots} snapshots: as in memory`
  },
  async damage() {
    const { files, damages } = await damageEverything(join(folder, 'damage'), Number(values.stride))
    return `${files} files damaged in ${damages} ways (each ${values.stride}th byte cut and turned, zeros, null, foreign): every edit there, all repaired`
  },
  async 'failing writes'() {
    const failures = await failAtEveryOffset(join(folder, 'failing'), OFFSETS)
    return `${failures} writes that failed or came short at ${OFFSETS.length} offsets: nothing lost`
  },
  async 'full disk'() {
    const figures = await fillRealDisk(join(folder, 'disk'))
    if (!figures) return 'skipped: a small disk of one’s own takes root on Linux'
    return `${figures.acknowledged} edits acknowledged and ${figures.refused} writes refused on a full disk: nothing lost`
  },
  async kills() {
    const cli = await buildCli()
    try {
      const { kills, acknowledged, lost, unacknowledged, unreadable } = await killUnderLoad(
        cli,
        Number(values.kills),
        (line) => console.log(`  ${line}`),
      )
      const told = `${kills} kills: ${acknowledged} edits acknowledged, ${lost} lost, ${unreadable} files unreadable, ${unacknowledged} edits kept that nobody was told of`
      if (lost + unreadable > 0 || unacknowledged > kills) throw new Error(told)
      return told
    } finally {
      await cli.remove()
    }
  },
}

let failed = 0
for (const [name, part] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue
  const started = performance.now()
  const told = await part().catch((thrown: unknown) => {
    failed++
    return `FAILED: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  })
  console.log(`${name}: ${told} (${((performance.now() - started) / 1_000).toFixed(0)} s)`)
}
await rm(folder, { recursive: true, force: true })
process.exitCode = failed > 0 ? 1 : 0
