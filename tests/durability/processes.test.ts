import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCli, type BuiltCli } from '../support/built-cli'

let cli: BuiltCli
beforeAll(async () => void (cli = await buildCli()), 60_000)
afterAll(() => cli.remove())

const story = async (name: string): Promise<string> => {
  const path = join(cli.folder, name)
  await writeFile(path, `The harbour of ${name} stays shut.\n\nNobody was told why.\n`)
  return path
}

test('of processes that race for one library, each writes whole or is told who holds it', async () => {
  const home = join(cli.folder, 'raced')
  const files = await Promise.all(Array.from({ length: 6 }, (_, n) => story(`race-${n}.txt`)))
  const runs = await Promise.all(files.map((file) => cli.run(['import', file, '--json'], { home })))
  const won = runs.filter(({ status }) => status === 0)
  expect(won.length).toBeGreaterThan(0)
  for (const { status, err } of runs.filter(({ status }) => status !== 0)) {
    expect(status).toBe(3)
    expect(err).toMatch(/in use by another Blue Pencil \(process \d+ on |is opening this library|has just opened/)
  }
  const listed = JSON.parse((await cli.run(['list', '--json'], { home })).out) as unknown[]
  expect(listed).toHaveLength(won.length)
  expect((await cli.run(['verify'], { home })).status).toBe(0)
})

test('the lock of a process that was killed is taken over, with a word about whose it was', async () => {
  const home = join(cli.folder, 'left')
  const [{ id }] = JSON.parse((await cli.run(['import', await story('left.txt'), '--json'], { home })).out) as [
    { id: string },
  ]
  const holder = spawn(process.execPath, [cli.program, 'annotate', id, '--author', 'Ola Nord'], {
    env: { HOME: home, BLUEPENCIL_HOME: home },
  })
  holder.stdin.write('{"op":"verdict","value":"cleared"}\n')
  await once(holder.stdout, 'data')
  const closed = once(holder, 'close')
  holder.kill('SIGKILL')
  await closed
  const next = await cli.run(['annotate', id, '--author', 'Ola Nord'], {
    home,
    input: '{"op":"highlight","start":0,"end":3}\n',
  })
  expect(next.status).toBe(0)
  expect(next.err).toContain(`The last session (process ${holder.pid} on ${hostname()}`)
  expect(next.err).toContain('every edit that was saved is here')
  expect((await cli.run(['list', '--json'], { home })).out).toContain('"verdict":"cleared"')
})

test('an earlier state is listed and put back from the terminal, and what it replaced can be put back too', async () => {
  const home = join(cli.folder, 'restored')
  const [{ id }] = JSON.parse((await cli.run(['import', await story('back.txt'), '--json'], { home })).out) as [
    { id: string },
  ]
  const input = '{"op":"highlight","start":0,"end":3}\n'.repeat(3)
  for (let session = 0; session < 2; session++) await cli.run(['annotate', id, '--author', 'Ola Nord'], { home, input })
  const backups = async (...args: string[]) =>
    JSON.parse((await cli.run(['backups', id, '--json', ...args], { home })).out) as {
      name: string
      annotations: number
      current: boolean
    }[]
  const shape = (all: Awaited<ReturnType<typeof backups>>) =>
    all.map(({ annotations, current }) => [annotations, current])
  const listed = await backups()
  expect(shape(listed)).toEqual([
    [3, false],
    [0, false],
  ])
  const restored = await backups('--restore', listed[0]?.name ?? '')
  expect(shape(restored)).toEqual([
    [3, true],
    [6, false],
    [3, false],
    [0, false],
  ])
  const returned = await backups('--restore', restored[1]?.name ?? '')
  expect(shape(returned)[0]).toEqual([6, true])
  const shown = JSON.parse((await cli.run(['show', id, '--json'], { home })).out) as { annotations: unknown[] }
  expect(shown.annotations).toHaveLength(6)
  const refused = await cli.run(['backups', id, '--restore', '../../lock'], { home })
  expect([refused.status, refused.err]).toEqual([3, expect.stringMatching(/no backup \.\.\/\.\.\/lock/)])
})

test('a document that a newer version saved is shown, and every edit of it refused in a sentence', async () => {
  const home = join(cli.folder, 'newer')
  const [{ id }] = JSON.parse((await cli.run(['import', await story('newer.txt'), '--json'], { home })).out) as [
    { id: string },
  ]
  const path = join(home, 'Blue Pencil', 'documents', `${id}.json`)
  const { seal, unseal, DOCUMENT } = await import('../../src-main/store/envelope')
  const found = unseal(DOCUMENT, await readFile(path, 'utf8'))
  if (found.state !== 'good') throw new Error(found.state)
  const newer = seal({ ...DOCUMENT, version: DOCUMENT.version + 9 }, found.payload, found.savedAt)
  await writeFile(path, newer)
  expect((await cli.run(['show', id], { home })).out).toContain('Nobody was told why.')
  const refused = await cli.run(['annotate', id, '--author', 'Ola Nord'], {
    home,
    input: '{"op":"highlight","start":0,"end":3}\n',
  })
  expect([refused.status, refused.out + refused.err]).toEqual([
    3,
    expect.stringMatching(/newer version of Blue Pencil/),
  ])
  expect(await readFile(path, 'utf8')).toBe(newer)
})
