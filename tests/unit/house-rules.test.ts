import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { WordRule } from '../../src-main/contract/rules'
import { findWords } from '../../src-main/core/review/word-rules'
import type { App } from '../../src-main/services/app'
import { openApp } from '../../src-main/shells/compose'

const rule = (words: string[], more: Partial<WordRule> = {}): WordRule => ({
  id: 'H-1',
  title: 'Plain words',
  text: 'Write plain words.',
  words,
  reason: 'style',
  severity: 'query',
  exactCase: false,
  ...more,
})
const found = (text: string, ...rules: WordRule[]) =>
  findWords(text, [{ name: 'Desk', rules }]).map(({ start, end }) => text.slice(start, end))

describe('words that a house rule speaks of', () => {
  test.each([
    ['whole words', ['use'], 'We use it; the house is used.', ['use']],
    [
      'phrases over a line break',
      ['at this moment in time'],
      'At this moment\nin time we wait.',
      ['At this moment\nin time'],
    ],
    ['not over paragraphs', ['the end'], 'This is the\n\nend of it.', []],
    ['any apostrophe', ["don't"], 'They don’t.', ['don’t']],
    ['overlapping phrases', ['sea wall', 'wall repair'], 'The sea wall repair began.', ['sea wall', 'wall repair']],
    ['other scripts', ['гавань'], 'Гавань закрыта.', ['Гавань']],
  ])('%s', (_, words, text, expected) => expect(found(text, rule(words))).toEqual(expected))

  test('with the capitals that the rule has, where they count', () =>
    expect(found('The Council and the council.', rule(['Council'], { exactCase: true }))).toEqual(['Council']))

  test('in time that grows with the text, whatever the rules', () => {
    const rules = Array.from({ length: 500 }, (_, i) => rule([`the wall ${i}`, 'the wall'], { id: `H-${i}` }))
    const started = performance.now()
    findWords('the quay '.repeat(100_000), [{ name: 'Desk', rules }])
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('the rules of a library', () => {
  let home: string
  let app: App
  const start = () =>
    openApp({ home, shell: { kind: 'browser', platform: 'test', mayReadPaths: true }, workers: 'inline' })
  const bytes = (text: string) => new TextEncoder().encode(text)
  async function call<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
    const result = await app.dispatcher.call(method, args)
    if (!result.ok) throw Object.assign(new Error(result.error.message), result.error)
    return result.value as Value<M>
  }
  const STORY =
    'The wall will collapse, critics say.\n\nAt this moment in time the quay is worth nothing, critics say.\n'
  async function story(text = STORY): Promise<string> {
    const [imported] = await call('document.import', { files: [{ name: 'story.txt', bytes: bytes(text) }] })
    return imported?.document?.id ?? ''
  }
  const proposed = async (id: string) => {
    const { document, detection } = await call('document.open', { id })
    return detection.suggestions.map(
      (one) => `${one.reason ?? one.claimType}: ${document.text.slice(one.start, one.end)}`,
    )
  }
  const VAGUE = 'vague-attribution: critics say'

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'bluepencil-rules-'))
    app = await start()
    await call('settings.set', { author: { id: 'anna', name: 'Anna Berg', initials: 'AB' } })
  })
  afterEach(async () => {
    await app.close()
    await rm(home, { recursive: true, force: true })
  })

  test('a muted pattern is not proposed in any story of the library, after a restart too, until it is taken back', async () => {
    const ids = [await story(), await story('The quay will be sold in spring, critics say.\n')]
    for (const id of ids) expect(await proposed(id)).toContain(VAGUE)
    const why = 'The critics are named in the box.'
    const { mutes } = await call('rules.mute', { what: 'vague-attribution', words: 'Critics  say', why })
    expect(mutes).toMatchObject([{ why, author: { name: 'Anna Berg' } }])
    for (const id of ids) expect(await proposed(id)).not.toContain(VAGUE)
    await app.close()
    app = await start()
    for (const id of ids) expect(await proposed(id)).not.toContain(VAGUE)
    await call('rules.unmute', { id: mutes[0]?.id ?? '' })
    for (const id of ids) expect(await proposed(id)).toContain(VAGUE)
  })

  test('a pack of rules is cited where its words stand, says what to write, and can be switched off rule by rule', async () => {
    const id = await story()
    const pack = {
      name: 'Desk',
      rules: [{ id: 'H-1', title: 'Now', text: 'Write “now”.', words: ['at this moment in time'], instead: 'now' }],
    }
    await call('rules.addPack', { file: { name: 'desk.json', bytes: bytes(JSON.stringify(pack)) } })
    const open = await call('document.open', { id })
    const cited = open.detection.suggestions.find(({ detector }) => detector === 'house-rules')
    expect(cited).toMatchObject({ reason: 'style', instead: 'now', signals: [{ name: 'H-1', detail: 'Write “now”.' }] })
    await call('rules.switch', { rule: 'H-1', on: false })
    expect(await proposed(id)).not.toContain('style: At this moment in time')
    await call('rules.switch', { rule: 'H-1', on: true })
    expect(await proposed(id)).toContain('style: At this moment in time')
    // A plain file, as it was written, that another editor can change.
    expect(JSON.parse(await readFile(join(home, 'Blue Pencil', 'rules', 'Desk.json'), 'utf8'))).toEqual(pack)
  })

  test.each([
    ['not JSON', 'words: foo', /it is not JSON/],
    ['a rule without words', '{"name":"x","rules":[{"id":"a","title":"t","text":"t","words":[]}]}', /rules\.0\.words/],
  ])('refuses a pack that is %s, and says where', async (_, text, message) => {
    await expect(call('rules.addPack', { file: { name: 'p.json', bytes: bytes(text) } })).rejects.toThrow(message)
    expect((await call('rules.get', {})).packs).toEqual([])
  })

  test('damaged rules are put aside and said; the library opens all the same', async () => {
    const id = await story()
    await call('rules.mute', { what: 'vague-attribution', words: 'critics say', why: 'known' })
    await app.close()
    await writeFile(join(home, 'Blue Pencil', 'rules.json'), '{"half":')
    app = await start()
    expect(app.notices.join()).toMatch(/house rules of this library could not be read/)
    expect((await proposed(id)).some((one) => one.startsWith('vague'))).toBe(true)
  })
})
