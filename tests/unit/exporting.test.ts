import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OUT_FORMATS, type Args, type Method, type Value } from '../../src-main/contract/api'
import type { App } from '../../src-main/services/app'
import type { Shell } from '../../src-main/services/ports'
import { openApp } from '../../src-main/shells/compose'
import { writeInto } from '../../src-main/shells/electron/file-dialogs'
import { writeDurably } from '../../src-main/store/durable-file'
import { realFiles } from '../../src-main/store/file-port'

const ANNA = { id: 'anna', name: 'Anna Berg', initials: 'AB' }
const BEN = { id: 'ben', name: 'Ben Holm', initials: 'BH' }
const STORY = 'The harbour closed in March, the council said.\n\nNobody in the town was told why.\n'
const SECRET = 'A clerk at the harbour office'
const bytesOf = (text: string) => new TextEncoder().encode(text)
let home: string
let app: App

const start = (folder: string, shell: Partial<Shell> = {}) =>
  openApp({
    home: folder,
    shell: { kind: 'browser', platform: 'test', mayReadPaths: true, ...shell },
    workers: 'inline',
  })

async function call<M extends Method>(method: M, args: Args<M>, to = app, signal?: AbortSignal): Promise<Value<M>> {
  const result = await to.dispatcher.call(method, args, signal && { signal })
  if (!result.ok) throw Object.assign(new Error(`${result.error.message} ${result.error.detail ?? ''}`), result.error)
  return result.value as Value<M>
}

async function story(name: string, text = STORY): Promise<string> {
  const [imported] = await call('document.import', { files: [{ name, bytes: bytesOf(text) }] })
  return imported?.document?.id ?? ''
}

/** A story on which two people worked, with an open and a confidential source, each with an attached file. */
async function reviewed(name = 'harbour.txt', text = STORY): Promise<string> {
  await call('settings.set', { author: ANNA })
  const document = await story(name, text)
  const { change } = await call('review.do', { document, command: { op: 'claim', start: 0, end: 28 } })
  const claim = change.patches[0]?.id ?? ''
  const attach = (words: string) => call('attachment.add', { file: { name: `${words}.txt`, bytes: bytesOf(words) } })
  for (const source of [
    { citation: 'Register of ships', attachment: await attach('the register') },
    { citation: SECRET, confidential: true, attachment: await attach('what the clerk wrote') },
  ])
    await call('review.do', { document, command: { op: 'source', claim, ...source } })
  await call('settings.set', { author: BEN })
  await call('review.do', { document, command: { op: 'comment', start: 48, end: 54, note: 'Nobody?' } })
  await call('review.do', { document, command: { op: 'highlight', start: 58, end: 62 } })
  return document
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bluepencil-exporting-'))
  app = await start(home)
})
afterEach(async () => {
  await app.close()
  await rm(home, { recursive: true, force: true })
})

describe('before an export', () => {
  test('what a choice takes is counted, over several stories, and who can be chosen stays the same', async () => {
    const documents = [await reviewed(), await story('other.txt', 'Another story\n\nWithout notes.')]
    expect(await call('export.count', { documents, format: 'docx' })).toEqual({
      documents: 2,
      annotations: { highlight: 1, claim: 1, flag: 0, comment: 1 },
      replies: 0,
      sources: 2,
      confidential: 1,
      adrift: 0,
      reviewers: [
        { id: 'anna', name: 'Anna Berg', annotations: 1 },
        { id: 'ben', name: 'Ben Holm', annotations: 2 },
      ],
      failed: [],
    })
    const some = await call('export.count', { documents, format: 'docx', reviewers: ['ben'], kinds: ['comment'] })
    expect(some).toMatchObject({ annotations: { highlight: 0, claim: 0, comment: 1 }, sources: 0, confidential: 0 })
    expect(some.reviewers).toHaveLength(2)
  })

  test.each(OUT_FORMATS.filter((format) => format !== 'package'))(
    'the beginning of %s is shown as text, tables and numbers, and is of the file that is made then',
    async (format) => {
      const id = await reviewed('harbour.txt', `<script>x</script> & more.\n\n${STORY}`)
      const preview = await call('export.preview', { id, format })
      const made = await call('document.export', { id, format })
      expect(preview).toMatchObject({ fileName: made.fileName, bytes: made.bytes?.byteLength, losses: made.losses })
      const { beginning } = preview
      if (beginning.kind === 'text')
        expect(strFromU8(made.bytes ?? bytesOf(''))).toContain(beginning.text.slice(0, 500))
      if (beginning.kind === 'table') expect(beginning.rows[1]?.slice(1, 3)).toEqual(['fact', 'unchecked'])
      if (beginning.kind === 'files') expect(beginning.files.map(({ name }) => name)).toContain('document.ann')
      if (beginning.kind === 'page') {
        const words = beginning.blocks.map(({ pieces }) => pieces.map(({ text }) => text).join(''))
        expect(words[0]).toBe('<script>x</script> & more.')
        expect(beginning.notes.map(({ kind }) => kind).sort()).toEqual(['claim', 'comment', 'highlight'])
      }
      expect(JSON.stringify(preview)).not.toContain(SECRET)
    },
  )
})

describe('several stories', () => {
  test('are one archive; what cannot be read is said by name and keeps no other back', async () => {
    const first = await reviewed()
    const same = await story('again.txt', `${STORY}\nMore.`)
    const broken = await story('broken.txt', 'A story that breaks\n\nIt is gone.')
    await call('document.describe', { id: first, title: 'The harbour' })
    await call('document.describe', { id: same, title: 'the Harbour' })
    await app.close()
    await writeFile(join(home, 'Blue Pencil', 'documents', `${broken}.json`), 'no document')
    await rm(join(home, 'Blue Pencil', 'backups', broken), { recursive: true })
    app = await start(home)
    const documents = [first, broken, same]
    const made = await call('export.many', { documents, format: 'csv' })
    expect(made).toMatchObject({ done: 2, failed: [{ document: broken, title: 'A story that breaks' }] })
    expect(made.losses).toContainEqual({
      words: 'The ledger holds claims only; the text of the article is not in it.',
      documents: 2,
    })
    const entries = unzipSync(made.files[0]?.bytes ?? new Uint8Array())
    const names = Object.keys(entries)
    expect(names).toEqual(['The harbour.csv', 'the Harbour (2).csv'])
    const alone = await call('document.export', { id: first, format: 'csv' })
    expect(Buffer.from(entries[names[0] ?? ''] ?? []).equals(Buffer.from(alone.bytes ?? []))).toBe(true)
  })

  test('are files in a folder, in the place of no other; stopped, what is there is whole and nothing else is', async () => {
    await app.close()
    const folder = await mkdtemp(join(home, 'out-'))
    const stop = new AbortController()
    let toWrite = 3
    app = await start(home, {
      chooseFolder: async () => folder,
      writeInto: async (into, name, bytes) => {
        const dialogs = { write: (path: string, content: Uint8Array) => writeDurably(realFiles, path, content) }
        const path = await writeInto(dialogs as never, into, name, bytes)
        if (--toWrite === 0) stop.abort()
        return path
      },
    })
    const documents: string[] = []
    for (let n = 0; n < 8; n++) documents.push(await story(`${n}.txt`, `Harbour shut\n\nFor the ${n}th time. ${STORY}`))
    await writeFile(join(folder, 'Harbour shut.txt'), 'mine')
    const made = await call('export.many', { documents, format: 'txt', apart: true }, app, stop.signal)
    expect(made).toMatchObject({ done: 3, stopped: true, failed: [] })
    expect((await readdir(folder)).sort()).toEqual(
      ['Harbour shut.txt', 'Harbour shut (2).txt', 'Harbour shut (3).txt', 'Harbour shut (4).txt'].sort(),
    )
    expect(await readFile(join(folder, 'Harbour shut.txt'), 'utf8')).toBe('mine')
    for (const { savedTo } of made.files) expect(await readFile(savedTo ?? '', 'utf8')).toMatch(/told why\.\n$/)
  })

  test('that nobody wants to put anywhere are not said to be exported', async () => {
    await app.close()
    app = await start(home, { saveFile: async () => undefined, chooseFolder: async () => undefined })
    const documents = [await story('one.txt'), await story('two.txt', `${STORY} Twice.`)]
    for (const choice of [{ format: 'txt' }, { format: 'txt', apart: true }, { format: 'package' }] as const)
      expect(await call('export.many', { documents, ...choice })).toMatchObject({ done: 0, failed: [], stopped: true })
  })

  test('stopped on the way to an archive leave none', async () => {
    const documents = [await reviewed(), await story('other.txt', 'Another story\n\nWithout notes.')]
    const stop = new AbortController()
    const exporting = app.dispatcher.call(
      'export.many',
      { documents, format: 'html' },
      { signal: stop.signal, progress: () => stop.abort() },
    )
    expect(await exporting).toMatchObject({ ok: true, value: { done: 0, files: [], stopped: true } })
  })
})

describe('a package of chosen stories', () => {
  const open = async (documents: string[], confidential: boolean) => {
    const made = await call('export.many', { documents, format: 'package', confidential })
    return { made, entries: unzipSync(made.files[0]?.bytes ?? new Uint8Array()) }
  }

  test('has their texts, originals and attached files, and says nothing of confidential sources unless asked', async () => {
    const chosen = await reviewed()
    await story('other.txt', 'Another story\n\nWithout notes.')
    const { entries } = await open([chosen], false)
    const names = Object.keys(entries)
    expect(names.filter((name) => name.startsWith('documents/'))).toEqual([`documents/${chosen}.json`])
    expect(names.filter((name) => name.startsWith('originals/'))).toHaveLength(1)
    expect(names.filter((name) => name.startsWith('attachments/'))).toHaveLength(1)
    const everything = Object.values(entries)
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    expect(everything).toContain('Register of ships')
    expect(everything).toContain('the register')
    for (const secret of [SECRET, 'what the clerk wrote']) expect(everything).not.toContain(secret)

    const whole = (await open([chosen], true)).entries
    expect(
      Object.values(whole)
        .map((bytes) => strFromU8(bytes))
        .join('\n'),
    ).toContain('what the clerk wrote')
    const manifest = JSON.parse(strFromU8(whole['manifest.json'] ?? new Uint8Array())) as { entries: object }
    expect(Object.keys(manifest.entries).sort()).toEqual(
      Object.keys(whole)
        .filter((n) => n !== 'manifest.json')
        .sort(),
    )
  })

  test('opens in another library as the review that it was made from', async () => {
    const chosen = await reviewed()
    const { made } = await open([chosen], true)
    const there = await start(join(home, 'elsewhere'))
    const file = { name: 'chosen.bluepencil', bytes: made.files[0]?.bytes }
    const [imported] = await call('library.import', { file }, there)
    const opened = await call('document.open', { id: imported?.document?.id ?? '' }, there)
    expect(opened.review).toEqual((await call('document.open', { id: chosen })).review)
    expect(opened.history).toEqual({})
    await there.close()
  })
})
