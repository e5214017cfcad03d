import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCli, type BuiltCli } from '../support/built-cli'

const STORY = `Harbour stays shut 🌊

“We were told nothing,” said Ida Brandt, the harbour master. The wall cost 4.2 million crowns in 2019.

“The sea took the road,” she said. العاصفة لم تتوقف. Critics say the council waited too long.
`
const SLICE = (text: string, start: number, end: number) => [...text].slice(start, end).join('')
let cli: BuiltCli
let story: string

beforeAll(async () => {
  cli = await buildCli()
  story = join(cli.folder, 'story.txt')
  await writeFile(story, STORY)
}, 60_000)
afterAll(() => cli.remove())

interface Suggestion {
  key: string
  kind: string
  start: number
  end: number
  exact: string
  score: number
  signals: unknown[]
}
interface Shown {
  text: string
  annotations: { id: string; kind: string; anchor: { start: number; end: number; exact: string } }[]
  suggestions: Suggestion[]
}

describe('scan', () => {
  test('--json counts code points, and has the words themselves', async () => {
    const { status, out } = await cli.run(['scan', story, '--json', '--sentences'])
    const [scanned] = JSON.parse(out) as [
      { file: string; document: { text: string; blocks: { start: number; end: number }[] }; suggestions: Suggestion[] },
    ]
    const { document, suggestions } = scanned
    expect(status).toBe(0)
    expect(scanned.file).toBe(story)
    expect(suggestions.length).toBeGreaterThan(0)
    for (const { start, end, exact, signals } of suggestions) {
      expect(SLICE(document.text, start, end)).toBe(exact)
      expect(signals.length).toBeGreaterThan(0)
    }
    expect(document.blocks.map(({ start, end }) => SLICE(document.text, start, end))).toHaveLength(3)
  })

  test('for people shows every suggestion with its words and reasons', async () => {
    const { status, out } = await cli.run(['scan', story])
    expect(status).toBe(0)
    expect(out).toMatch(/story\.txt: Harbour stays shut 🌊 \(en\), \d+ suggestions/)
    expect(out).toContain('“We were told nothing,”')
  })

  test('--jsonl answers every record in order, and a bad one with an error', async () => {
    const records = [
      '{"id":1,"text":"He said the road was shut."}',
      '',
      'no json',
      '{"id":"two"}',
      '[]',
      '{"id":3,"text":"","language":"xx-bad-!"}',
      '{"id":4,"text":"Sie sagte nichts.","language":null}',
    ]
    const { status, out, err } = await cli.run(['scan', '--jsonl', '--sentences'], { input: records.join('\r\n') })
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; error?: { code: string } })
    expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
      [1, undefined],
      [null, 'bad-request'],
      ['two', 'bad-request'],
      [null, 'bad-request'],
      [3, undefined],
      [4, undefined],
    ])
    expect(answers[0]).toHaveProperty('sentences.0.checkworthiness')
    expect(status).toBe(4)
    expect(err).toBe('')
  })

  test('--jsonl keeps the order when there are so many records that threads share them', async () => {
    const ids = Array.from({ length: 3_000 }, (_, id) => id)
    const record = (id: number) =>
      id === 2_500
        ? 'no json'
        : JSON.stringify({ id, text: id % 7 ? 'The wall cost 4 million.' : 'He left. '.repeat(40) })
    const { status, out } = await cli.run(['scan', '--jsonl'], { input: ids.map(record).join('\n') })
    const answered = out.split('\n').flatMap((line) => (line ? [(JSON.parse(line) as { id: number | null }).id] : []))
    expect(answered).toEqual(ids.map((id) => (id === 2_500 ? null : id)))
    expect(status).toBe(4)
  })

  test('--jsonl answers each record before the next is sent, and stops quietly when its reader has gone', async () => {
    const child = spawn(process.execPath, [cli.program, 'scan', '--jsonl'])
    const closed = once(child, 'close')
    child.stdin.on('error', () => {})
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    for (const id of [1, 2, 3]) {
      child.stdin.write(`{"id":${id},"text":"One sentence."}\n`)
      expect(JSON.parse((await lines.next()).value ?? '')).toMatchObject({ id })
    }
    child.stdout.destroy()
    for (let id = 0; id < 200; id++) child.stdin.write(`{"id":${id},"text":"One sentence."}\n`)
    child.stdin.end()
    expect((await closed)[0]).toBe(0)
  })
})

describe('review', () => {
  test('writes every format without touching its inputs, and its JSON-LD gives its own quotations', async () => {
    const out = join(cli.folder, 'reviewed')
    await mkdir(out)
    await writeFile(join(out, 'story.txt'), STORY)
    const { status } = await cli.run(['review', join(out, 'story.txt'), '--out', out, '--accept', '0'])
    expect(status).toBe(0)
    expect(await readFile(join(out, 'story.txt'), 'utf8')).toBe(STORY)
    expect((await readdir(out)).sort()).toEqual([
      'story (2).txt',
      'story.bluepencil',
      'story.brat.zip',
      'story.claimreview.json',
      'story.csv',
      'story.docx',
      'story.html',
      'story.hypothesis.json',
      'story.jsonld',
      'story.md',
      'story.pdf',
      'story.tei.xml',
      'story.txt',
      'story.xlsx',
    ])
    const { text } = (JSON.parse((await cli.run(['scan', story, '--json'])).out) as [{ document: { text: string } }])[0]
      .document
    const selectors = selectorsIn(JSON.parse(await readFile(join(out, 'story.jsonld'), 'utf8')))
    expect(selectors.length).toBeGreaterThan(0)
    for (const { start, end, exact } of selectors) expect(SLICE(text, start, end)).toBe(exact)
  })

  function selectorsIn(value: unknown): { start: number; end: number; exact: string }[] {
    if (typeof value !== 'object' || value === null) return []
    if (Array.isArray(value) && value.some((one) => (one as { type?: string }).type === 'TextQuoteSelector'))
      return [Object.assign({}, ...(value as object[])) as { start: number; end: number; exact: string }]
    return Object.values(value).flatMap(selectorsIn)
  }
})

describe('a library', () => {
  test('is filled, listed, searched, edited, exported and verified', async () => {
    const home = join(cli.folder, 'home')
    const run = (args: string[], input?: string) => cli.run(args, { home, input })
    const imported = JSON.parse((await run(['import', story, '--json'])).out) as {
      file: string
      id: string
      report: object
    }[]
    const id = imported[0]?.id ?? ''
    expect(imported).toMatchObject([{ file: story, report: { coverage: {} } }])

    const before = JSON.parse((await run(['show', id, '--json'])).out) as Shown
    const shut = [...before.text].findIndex((_, at, all) => all.slice(at, at + 4).join('') === 'said')
    const commands = [
      { op: 'highlight', start: shut, end: shut + 4 },
      { op: 'accept', key: before.suggestions[0]?.key },
      { op: 'highlight', start: 5, end: 99_999 },
      { op: 'nonsense' },
    ]
    const edited = await run(
      ['annotate', id, '--author', 'Ola Nord'],
      commands.map((one) => JSON.stringify(one)).join('\n'),
    )
    const answers = edited.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean; id?: string })
    expect(answers.map((one) => one.ok)).toEqual([true, true, false, false])
    expect(edited.status).toBe(4)

    const after = JSON.parse((await run(['show', id, '--json'])).out) as Shown
    expect(after.annotations.map((one) => one.id)).toEqual(answers.slice(0, 2).map((one) => one.id))
    expect(after.annotations[0]?.anchor.exact).toBe('said')
    for (const { anchor } of after.annotations) expect(SLICE(after.text, anchor.start, anchor.end)).toBe(anchor.exact)

    const hits = JSON.parse((await run(['search', 'التتوقف', 'تتوقف', '--json'])).out) as unknown[]
    expect(hits).toEqual([])
    const [hit] = JSON.parse((await run(['search', 'العاصفة', '--json'])).out) as { start: number; end: number }[]
    expect(SLICE(after.text, hit?.start ?? 0, hit?.end ?? 0)).toBe('العاصفة')

    const out = join(home, 'out.md')
    expect((await run(['export', id, '--format', 'md', '--out', out])).status).toBe(0)
    expect(await readFile(out, 'utf8')).toContain('{==said==}')
    expect((await run(['verify', '--json'])).out).toMatch(/"problems":\[\]/)
    expect((await run(['list'])).out).toContain(id)
  })
})

test('quotations are compared with a record, and the record cited where it has them word for word', async () => {
  const library = join(cli.folder, 'quoted')
  const transcript = join(cli.folder, 'talk.srt')
  const LINES =
    '1\n00:00:01,000 --> 00:00:02,000\n🌊 Um, we were told nothing.\n\n2\n00:07:30,000 --> 00:07:31,000\nThe sea took our road.\n'
  await writeFile(transcript, LINES)
  const imported = await cli.run(['import', story, '--library', library, '--json'])
  const id = (JSON.parse(imported.out) as [{ id: string }])[0].id
  const args = ['quotes', id, '--record', transcript, '--library', library, '--json']
  const { status, out } = await cli.run([...args, '--cite', '--author', 'Ada'])
  expect(status).toBe(0)
  interface Compared {
    source: string
    cited: string[]
    quotations: { start: number; end: number; exact: string; outcome: string; locator?: string }[]
  }
  const { quotations, cited, source } = JSON.parse(out) as Compared
  expect(quotations.map(({ outcome, locator }) => [outcome, locator])).toEqual([
    ['exact', '00:00:01'],
    ['altered', '00:07:30'],
  ])
  for (const { start, end, exact } of quotations) expect(SLICE(STORY.trimEnd(), start, end)).toBe(exact)
  const shown = await cli.run(['show', id, '--library', library, '--json'])
  const { annotations } = JSON.parse(shown.out) as { annotations: { id: string; citations: unknown[] }[] }
  expect(annotations.map(({ id, citations }) => [id, citations])).toEqual([
    [cited[0], [{ source, stance: 'supports', locator: '00:00:01' }]],
  ])
  expect((await cli.run(['quotes', id, '--library', library])).status).toBe(2)
})

describe('what cannot be done', () => {
  const files: [string, Buffer | string][] = [
    ['empty.txt', ''],
    ['blank.txt', ' \n\n\t'],
    ['package.bluepencil', 'not a package at all'],
    ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['binary.txt', Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 7) % 256))],
  ]
  test.each(files)('%s is one line that says why, and leaves no library', async (name, content) => {
    const path = join(cli.folder, name)
    await writeFile(path, content)
    const home = join(cli.folder, `home-${name}`)
    for (const args of [
      ['scan', path],
      ['review', path, '--out', join(home, 'out')],
    ]) {
      const { status, out, err } = await cli.run(args, { home })
      expect([status, out]).toEqual([3, ''])
      expect(err).toMatch(new RegExp(`^bluepencil: .*${name.replace('.', '\\.')}: .{10,}\\n$`))
    }
  })

  const cases: [string[], number, RegExp][] = [
    [['scan', '/nonexistent/story.txt'], 3, /^bluepencil: \/nonexistent\/story\.txt: There is no file/],
    [['scan', '/'], 3, /^bluepencil: \/: is a folder, not a file/],
    [['scan'], 2, /^bluepencil: Name at least one file/],
    [['scan', '--nonsense'], 2, /^bluepencil: unknown option/],
    [['nonsense'], 2, /^bluepencil: /],
    [['review', 'x.txt'], 2, /--out/],
    [['review', 'x.txt', '--out', 'y', '--formats', 'html,doc'], 2, /no format “doc”/],
    [['export', 'x', '--format', 'doc', '--out', 'y'], 2, /bluepencil: /],
    [['list', '--library', '/nonexistent/library'], 3, /There is no library in/],
    [['import', '/nonexistent/a.txt'], 3, /There is no file/],
  ]
  test.each(cases)('%j', async (args, status, sentence) => {
    const run = await cli.run(args, { home: join(cli.folder, 'nobody') })
    expect([run.status, run.out]).toEqual([status, ''])
    expect(run.err).toMatch(sentence)
  })

  test('for one of several files does not keep the others out', async () => {
    const { status, out, err } = await cli.run(['scan', '/nonexistent', story, '--json'])
    expect(status).toBe(4)
    expect(JSON.parse(out)).toMatchObject([{ file: '/nonexistent', error: { code: 'not-found' } }, { file: story }])
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('is 200 MB of text, and a library that somebody else has open', async () => {
    const big = join(cli.folder, 'big.txt')
    await writeFile(big, Buffer.alloc(200 * 1024 * 1024, 'word '))
    const refused = await cli.run(['scan', big])
    expect([refused.status, refused.err]).toEqual([3, expect.stringMatching(/200 MB; at most 50 MB/)])

    const home = join(cli.folder, 'held')
    const imported = JSON.parse((await cli.run(['import', story, '--json'], { home })).out) as { id: string }[]
    const holder = spawn(process.execPath, [cli.program, 'annotate', imported[0]?.id ?? ''], {
      env: { HOME: home, BLUEPENCIL_HOME: home },
    })
    const closed = once(holder, 'close')
    holder.stdin.write('{"op":"verdict","value":"cleared"}\n')
    await once(holder.stdout, 'data')
    const second = await cli.run(['import', story], { home })
    expect(second.status).toBe(3)
    expect(second.err).toContain(`process ${holder.pid}`)
    expect((await cli.run(['list', '--json'], { home })).out).toContain('"verdict":"cleared"')
    holder.stdin.end()
    await closed
  })
})

describe('the program', () => {
  test('says its version in at most three times what an empty program takes', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    expect((await cli.run(['--version'])).out).toBe(`${version}\n`)
    const best = (args: string[]) =>
      Math.min(
        ...Array.from({ length: 7 }, () => {
          const start = performance.now()
          spawnSync(process.execPath, args)
          return performance.now() - start
        }),
      )
    expect(best([cli.program, '--version'])).toBeLessThan(3 * best(['-e', '0']))
  })

  test('helps', async () => {
    for (const args of [['--help'], ['help'], ['annotate', '--help']]) {
      const { status, out, err } = await cli.run(args)
      expect([status, err]).toEqual([0, ''])
      expect(out).toContain('Examples')
    }
  })
})
