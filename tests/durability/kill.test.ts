import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCli, type BuiltCli } from '../support/built-cli'
import { killUnderLoad } from './parts/kills'

/** Few enough to run with every test; `npm run durability` does a thousand. */
const KILLS = 8
let cli: BuiltCli
beforeAll(async () => void (cli = await buildCli()), 60_000)
afterAll(() => cli.remove())

test('a process killed at a random moment under load loses no edit that it acknowledged', async () => {
  const figures = await killUnderLoad(cli, KILLS)
  expect(figures).toMatchObject({ kills: KILLS, lost: 0, unreadable: 0 })
  expect(figures.acknowledged).toBeGreaterThan(KILLS)
  expect(figures.unacknowledged).toBeLessThanOrEqual(KILLS)
}, 60_000)
