import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCli, type BuiltCli } from '../support/built-cli'

const STORY = `Harbour stays shut 🌊

“We were told nothing,” said Ida Brandt. “The sea took the road,” she said. Critics say the council waited too long.
`
let cli: BuiltCli
let story: string

beforeAll(async () => {
  cli = await buildCli()
  story = join(cli.folder, 'story.txt')
  await writeFile(story, STORY)
}, 60_000)
afterAll(() => cli.remove())

describe('annotate refuses', () => {
  const fields = /^“claim” has no field “claimType”; it has: start, end, note, type, status, speaker,/
  const cases: [string, object, RegExp][] = [
    ['a field that nothing has', { op: 'claim', start: 0, end: 3, claimType: 'quotation' }, fields],
    [
      'a field of another operation',
      { op: 'comment', start: 0, end: 3, note: '?', colour: 'blue' },
      /“comment” .*“colour”/,
    ],
    ['a field of undoing', { op: 'undo', steps: 2 }, /^“undo” has no field “steps”\.$/],
    ['a field inside', { op: 'claim', start: 0, end: 3, citation: { source: 's', page: 3 } }, /^“citation” .*“page”/],
    ['no operation', { start: 0 }, /^The command needs “op”: highlight, claim, /],
    ['an unknown operation', { op: 'hightlight' }, /^There is no “op” “hightlight”; choose from: highlight, .*redo\.$/],
    ['a missing field', { op: 'comment', start: 0, end: 3 }, /^“comment” needs “note”\.$/],
    ['a missing key', { op: 'accept' }, /^“accept” needs “key”, the key of a suggestion\.$/],
    [
      'an unknown reason',
      { op: 'flag', start: 0, end: 3, reason: 'ad' },
      /^“reason” cannot be “ad”; choose from: .*boilerplate, /,
    ],
    ['an unknown type', { op: 'claim', start: 0, end: 3, type: 7 }, /^“type” cannot be 7; choose from: fact, /],
    [
      'words for a number',
      { op: 'highlight', start: '0', end: 3 },
      /^“start” has to be a whole number from 0 on, not “0”\.$/,
    ],
    ['a number for words', { op: 'comment', start: 0, end: 3, note: 5 }, /^“note” has to be text, not 5\.$/],
    [
      'a member of a batch',
      {
        op: 'batch',
        label: 'x',
        commands: [
          { op: 'tag', name: 'a' },
          { op: 'tag', nam: 'b' },
        ],
      },
      /^Command 2 of the batch: “tag” has no field “nam”/,
    ],
    [
      'a turned range',
      { op: 'highlight', start: 5, end: 2 },
      /^There is no text from 5 to 2: .* LENGTH \(code points\)/,
    ],
    [
      'a range past the end',
      { op: 'highlight', start: 0, end: 200_000 },
      /^There is no character 200000: .* LENGTH \(code points\)/,
    ],
  ]

  test('by name, in words, and does nothing', async () => {
    const home = join(cli.folder, 'refusing')
    const [{ id }] = JSON.parse((await cli.run(['import', story, '--json'], { home })).out) as [{ id: string }]
    const input = cases.map(([, command]) => JSON.stringify(command)).join('\n')
    const { status, out } = await cli.run(['annotate', id], { home, input })
    expect(status).toBe(3)
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean; error: { message: string } })
    const shown = JSON.parse((await cli.run(['show', id, '--json'], { home })).out) as {
      text: string
      annotations: unknown[]
    }
    expect(shown.annotations).toEqual([])
    expect(answers).toHaveLength(cases.length)
    for (const [index, [what, , sentence]] of cases.entries()) {
      const length = `${[...shown.text].length}`
      expect(answers[index]?.error.message, what).toMatch(new RegExp(sentence.source.replace('LENGTH', length)))
    }
  })
})

test('import of an edited export says what was not taken over, as --json does', async () => {
  const home = join(cli.folder, 'told')
  const run = (args: string[], input?: string) => cli.run(args, { home, input })
  const [{ id }] = JSON.parse((await run(['import', story, '--json'])).out) as [{ id: string }]
  const [exported, later] = [join(home, 'story.md'), join(home, 'later.txt')]
  await run(['export', id, '--format', 'md', '--out', exported])
  await writeFile(exported, (await readFile(exported, 'utf8')).replace('too long', 'too many years'))
  await writeFile(later, STORY.replace('the road', 'the whole road'))
  await run(['revise', id, later])
  const [{ notices }] = JSON.parse((await run(['import', exported, '--json'])).out) as [{ notices: string[] }]
  expect(notices.join()).toContain('was not taken over')
  const { out } = await run(['import', exported])
  expect(out.split('\n').slice(1)).toEqual([...notices.map((one) => `  note: ${one}`), ''])
})
