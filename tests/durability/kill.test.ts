import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCli, type BuiltCli } from '../support/built-cli'

/** Few enough to run with every test; the harness takes as many as one has time for. */
const KILLS = 8
let cli: BuiltCli
beforeAll(async () => void (cli = await buildCli()), 60_000)
afterAll(() => cli.remove())

/** Lets a process make edits as fast as it can, kills it, and gives the ids of the edits that it acknowledged. */
async function editUntilKilled(id: string, home: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [cli.program, 'annotate', id, '--author', 'Ola Nord'], {
    env: { HOME: home, BLUEPENCIL_HOME: home },
  })
  const closed = new Promise((resolve) => child.on('close', resolve))
  child.stdin.on('error', () => {})
  const line = '{"op":"highlight","start":0,"end":5,"note":"words that take some room in the journal"}\n'
  child.stdin.write(line.repeat(20_000))
  const acknowledged: string[] = []
  for await (const answer of createInterface({ input: child.stdout })) {
    if (acknowledged.length === 0) void wait(after).then(() => child.kill('SIGKILL'))
    acknowledged.push((JSON.parse(answer) as { id: string }).id)
  }
  await closed
  return acknowledged
}

test('a process killed at a random moment under load loses no edit that it acknowledged', async () => {
  const home = join(cli.folder, 'killed')
  const story = join(cli.folder, 'story.txt')
  await writeFile(story, 'Harbour stays shut.\n\nNobody was told why.\n')
  const [{ id }] = JSON.parse((await cli.run(['import', story, '--json'], { home })).out) as [{ id: string }]
  const acknowledged: string[] = []
  for (let round = 0; round < KILLS; round++)
    acknowledged.push(...(await editUntilKilled(id, home, Math.random() * 150)))
  const verified = JSON.parse((await cli.run(['verify', '--json'], { home })).out) as { problems: unknown[] }
  expect(verified.problems).toEqual([])
  const shown = JSON.parse((await cli.run(['show', id, '--json'], { home })).out) as { annotations: { id: string }[] }
  const kept = new Set(shown.annotations.map((annotation) => annotation.id))
  expect(acknowledged.length).toBeGreaterThan(KILLS)
  expect(acknowledged.filter((one) => !kept.has(one))).toEqual([])
  // The edit that was under way at each kill may be there; nothing else may.
  expect(kept.size - acknowledged.length).toBeLessThanOrEqual(KILLS)
}, 60_000)
