import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { BuiltCli } from '../../support/built-cli'

export interface Killed {
  readonly kills: number
  readonly acknowledged: number
  /** Acknowledged edits that were not there afterwards. */
  readonly lost: number
  /** Edits that are there and were never acknowledged: at most the one under way at each kill. */
  readonly unacknowledged: number
  /** Files that `verify` complained of. */
  readonly unreadable: number
}

/** After so many kills a new story is begun: opening one with ten thousand edits would be all that is measured. */
const KILLS_A_STORY = 40

/**
 * Lets processes make edits as fast as they can and kills each at a random moment: while it starts and repairs what the
 * last one left, while it writes, while it folds.
 */
export async function killUnderLoad(cli: BuiltCli, kills: number, say = (_line: string) => {}): Promise<Killed> {
  const sum = { kills: 0, acknowledged: 0, lost: 0, unacknowledged: 0, unreadable: 0 }
  for (let story = 0; sum.kills < kills; story++) {
    const home = join(cli.folder, `killed-${story}`)
    const file = join(cli.folder, `killed-${story}.txt`)
    await writeFile(file, `Harbour ${story} stays shut.\n\nNobody was told why.\n`)
    const [{ id }] = JSON.parse((await cli.run(['import', file, '--json'], { home })).out) as [{ id: string }]
    const acknowledged: string[] = []
    const rounds = Math.min(KILLS_A_STORY, kills - sum.kills)
    for (let round = 0; round < rounds; round++)
      acknowledged.push(...(await editUntilKilled(cli, id, home, round % 4 === 3 ? 'starting' : 'writing')))
    const verified = JSON.parse((await cli.run(['verify', '--json'], { home })).out) as { problems: unknown[] }
    const shown = JSON.parse((await cli.run(['show', id, '--json'], { home })).out) as { annotations: { id: string }[] }
    const kept = new Set(shown.annotations.map((annotation) => annotation.id))
    const lost = acknowledged.filter((one) => !kept.has(one)).length
    sum.kills += rounds
    sum.acknowledged += acknowledged.length
    sum.lost += lost
    sum.unacknowledged += kept.size - (acknowledged.length - lost)
    sum.unreadable += verified.problems.length
    say(
      `${sum.kills} kills: ${sum.acknowledged} edits acknowledged, ${sum.lost} lost, ${sum.unreadable} files unreadable`,
    )
  }
  return sum
}

/** @returns the ids of the edits that one process acknowledged before it was killed */
async function editUntilKilled(
  cli: BuiltCli,
  id: string,
  home: string,
  when: 'starting' | 'writing',
): Promise<string[]> {
  const child = spawn(process.execPath, [cli.program, 'annotate', id, '--author', 'Ola Nord'], {
    env: { HOME: home, BLUEPENCIL_HOME: home },
  })
  const closed = new Promise((resolve) => child.on('close', resolve))
  const killAfter = (ms: number) => void setTimeout(() => child.kill('SIGKILL'), ms)
  child.stdin.on('error', () => {})
  const line = '{"op":"highlight","start":0,"end":5,"note":"words that take some room in the journal"}\n'
  child.stdin.write(line.repeat(20_000))
  if (when === 'starting') killAfter(Math.random() * 400)
  const acknowledged: string[] = []
  for await (const answer of createInterface({ input: child.stdout })) {
    if (acknowledged.length === 0 && when === 'writing') killAfter(Math.random() * 150)
    // The last line may be cut by the kill; then nobody was told.
    const told = parsed(answer)
    if (told) acknowledged.push(told)
  }
  await closed
  return acknowledged
}

function parsed(answer: string): string | undefined {
  try {
    const { ok, id } = JSON.parse(answer) as { ok?: boolean; id?: string }
    return ok === false ? undefined : id
  } catch {
    return undefined
  }
}
