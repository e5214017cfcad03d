import fc from 'fast-check'
import prettier from 'prettier'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../src-main/contract/entities'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { squeezed } from '../../src-main/core/importers/edited-text'
import { importFile } from '../../src-main/core/importers/registry'
import { anySession, ROUNDS, type Session } from '../support/any-session'
import { annotate, DETECTION, documentOf, NOW, replyTo, reviewOf } from '../support/review-fixture'

async function exported(format: 'html' | 'md' | 'jsonld', session: Session): Promise<string> {
  const options = { confidential: true, now: NOW, generator: 'Blue Pencil test' }
  const { bytes } = await exportDocument(format, { ...session, detection: DETECTION }, options)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
const read = (format: string, content: string) =>
  importFile({ name: `story.${format}`, bytes: new TextEncoder().encode(content) })

/** The document with some of its paragraphs taken out, reworded and moved. */
function edited(document: Document, edits: readonly { at: number; what: string; words: string }[]): Document {
  const paragraphs = document.blocks.map((block) => ({ ...block, words: document.text.slice(block.start, block.end) }))
  for (const { at, what, words } of edits) {
    const index = at % paragraphs.length
    const said = words.replace(/[\s\u0085\v]+/gu, ' ').trim() || 'y'
    const there = paragraphs[index]
    if (!there) continue
    if (what === 'out') paragraphs.splice(index, 1)
    else if (what === 'new') paragraphs.splice(index, 0, { ...there, kind: 'paragraph', words: `New: ${said}` })
    else paragraphs[index] = { ...there, words: `${there.words} ${said}` }
    if (!paragraphs.length) paragraphs.push({ ...there, kind: 'paragraph', words: said })
  }
  let text = ''
  const blocks = paragraphs.map(({ words, level, row, column, kind }) => {
    const gap = text ? '\n\n' : ''
    const start = text.length + gap.length
    text += gap + words
    const cell = kind === 'table-cell' ? { row, column } : {}
    return { kind, level, ...cell, start, end: text.length }
  })
  return { ...document, text, blocks, inlines: [] }
}

describe.each(['html', 'md'] as const)('a text that somebody edited in %s', (format) => {
  const edits = fc.array(
    fc.record({
      at: fc.nat(),
      what: fc.constantFrom('out', 'new', 'more'),
      words: fc.string({ unit: 'grapheme', maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  test('comes back as it is in the file, and what was not edited as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anySession, edits, async ({ document, review }, edits) => {
        const later = edited(document, edits)
        // The file of the later text, with the session of the earlier one: what an editor would have made of it.
        const [before, after] = [
          await exported(format, { document, review }),
          await exported(format, { document: later, review: reviewOf([]) }),
        ]
        const back = await read(format, withSession(format, after, before))
        expect(bare(back.text)).toBe(bare(later.text))
        for (const { start, end } of back.blocks) expect(start).toBeLessThan(end)
        expect(back.save?.document.text).toBe(document.text)
      }),
      { numRuns: ROUNDS },
    )
  })
})

/** Without what a file may say by its form: markers of lists, headings and quotations that the text has as characters. */
const bare = (text: string) => squeezed(text).replace(/[#>*+\-•‣▪◦–—]|\d+[.)]/gu, '')

function withSession(format: 'html' | 'md', file: string, other: string): string {
  const session =
    format === 'html' ? /<script type="application\/ld\+json">[^]*?<\/script>/ : /<!-- bluepencil-session [^]* -->/
  return file.replace(session, () => session.exec(other)?.[0] ?? '')
}

const TEXT = `Harbour wall

The wall cost 40 million, 😀 officials said. Critics say it leaks.

- first point
- second point

Pier
Depth
North
12 m

The last line stands.`
const lines = documentOf(TEXT)
const cells = ['Pier', 'Depth', 'North', '12 m']
const story = documentOf(TEXT, {
  blocks: lines.blocks.map((block) => {
    const at = cells.indexOf(TEXT.slice(block.start, block.end))
    const { start, end } = block
    return at < 0 ? block : { kind: 'table-cell', start, end, row: 1 + (at >> 1), column: 1 + (at & 1) }
  }),
})
const claim = annotate('claim', TEXT, 'cost 40 million', { note: 'Seen in\nthe minutes.', type: 'statistic' })
const comment = annotate('comment', TEXT, 'Critics', { note: 'Who?' })
const inTable = annotate('flag', TEXT, 'Depth\nNorth\n12', { note: 'In metres | feet?' })
const flagged = annotate('flag', TEXT, 'second point', { reason: 'off-topic-insertion' })
const reply = replyTo(comment, 'The union.')
const session = { document: story, review: reviewOf([claim, comment, inTable, flagged], { replies: [reply] }) }

describe.each([
  ['html', '<tr><td dir="auto"><mark', '</mark></td>'],
  ['md', '| {==North==}{>>4 …<<} | {==12==}{>>4. flag', ' | --- |'],
] as const)('a table in %s', (format, ...marks) => {
  test('is one, with the notes on its cells', async () => {
    const file = await exported(format, session)
    for (const mark of marks) expect(file).toContain(mark)
    const back = await read(format, file.replaceAll('12', '14'))
    expect(back.text).toContain('Pier\nDepth\nNorth\n14 m\n\nThe last')
    expect(back.blocks.map(({ kind, row, column }) => [kind, row, column])).toEqual(
      story.blocks.map(({ kind, row, column }) => [kind, row, column]),
    )
  })
})

interface Seen {
  readonly text?: string
  readonly annotations?: object[]
  readonly replies?: object[]
  readonly notices?: string[]
}
const OTHERS = { author: { name: 'Somebody' }, createdAt: NOW }
const EDITS: [format: 'html' | 'md', what: string, from: string | RegExp, to: string, seen: Seen][] = [
  ['md', 'a paragraph', 'The last line stands', 'The last line fell', { text: TEXT.replace('stands', 'fell') }],
  ['html', 'a paragraph', '>The last line stands', '>The last line fell', { text: TEXT.replace('stands', 'fell') }],
  [
    'md',
    'a new paragraph',
    '\n| Pier',
    '\nNew *words*.\n\n| Pier',
    { text: TEXT.replace('Pier', 'New words.\n\nPier') },
  ],
  [
    'html',
    'a new paragraph',
    /(?=<p dir="auto">The last)/,
    '<p>New <em>words</em>.</p>',
    { text: TEXT.replace('The last', 'New words.\n\nThe last') },
  ],
  [
    'md',
    'a note',
    'Seen in / the minutes.',
    'Not in the minutes.',
    { annotations: [{ id: claim.id, note: 'Not in the minutes.' }] },
  ],
  [
    'html',
    'a note',
    'Seen in\nthe minutes.',
    'Not in the minutes.',
    { annotations: [{ id: claim.id, note: 'Not in the minutes.' }] },
  ],
  [
    'md',
    'a note in a table',
    'metres \\| feet',
    'yards \\| feet',
    { annotations: [{ id: inTable.id, note: 'In yards | feet?' }] },
  ],
  [
    'md',
    'an answer',
    /(Who\?.*?)<<\}/,
    '$1 · The mayor.<<}',
    { replies: [{ annotation: comment.id, body: 'The mayor.', ...OTHERS }] },
  ],
  [
    'html',
    'an answer',
    /(?=<div class="thread")/,
    '<div class="thread"><p>The mayor.</p></div>',
    { replies: [{ annotation: comment.id, body: 'The mayor.', ...OTHERS }] },
  ],
  [
    'html',
    'an answer that was there',
    'The union.',
    'The clerks.',
    { replies: [{ id: reply.id, body: 'The clerks.' }] },
  ],
  [
    'md',
    'a comment on words',
    'first point',
    '{==first==}{>>Why first?<<} point',
    { annotations: [{ kind: 'comment', note: 'Why first?', anchor: { exact: 'first' }, ...OTHERS }] },
  ],
  [
    'md',
    'a comment on a point',
    'line stands',
    'line{>>Which?<<} stands',
    { annotations: [{ kind: 'comment', note: 'Which?', anchor: { exact: 'line' } }] },
  ],
  [
    'md',
    'a highlight',
    'last line',
    '{==last line==}',
    { annotations: [{ kind: 'highlight', anchor: { exact: 'last line' } }] },
  ],
  [
    'md',
    'tracked changes',
    'The last line stands',
    'The {--last--}{++first++} {~~line~>row~~} stands',
    { text: TEXT.replace('last line', 'first row') },
  ],
  [
    'md',
    'a comment in an edited paragraph',
    'line stands',
    'line {==fell==}{>>Really?<<}',
    {
      text: TEXT.replace('line stands', 'line fell'),
      annotations: [{ anchor: { exact: 'fell', start: TEXT.indexOf('stands') } }],
    },
  ],
  [
    'md',
    'a remark taken out',
    /\{>>2\. .*?<<\}/,
    '',
    { notices: ['1 remark of the export was taken out of the file; here they stay.'] },
  ],
  [
    'html',
    'a note taken out',
    /<li class="note comment"[^]*?<\/li>/,
    '',
    { notices: ['1 note of the export was taken off the page; here they stay.'] },
  ],
  [
    'html',
    'the heading of a note',
    /(?<=· Claim, statistic, )unchecked/,
    'confirmed',
    { notices: [expect.stringContaining('1 note') as string] },
  ],
]

test.each(EDITS)('%s: %s that somebody changed comes back', async (format, _, from, to, seen) => {
  const file = await exported(format, session)
  const at = format === 'md' ? file.lastIndexOf('<!-- bluepencil') : file.indexOf('<body>')
  const [head, body] = [file.slice(0, at), file.slice(at)]
  const changed = format === 'md' ? head.replace(from, to) + body : head + body.replace(from, to)
  expect(changed).not.toBe(file)
  const back = await read(format, changed)
  expect(back.text).toBe(seen.text ?? TEXT)
  expect(back.notes?.annotations ?? []).toMatchObject(seen.annotations ?? [])
  expect(back.notes?.replies ?? []).toMatchObject(seen.replies ?? [])
  expect(back.report.notices).toEqual(seen.notices ?? [])
})

interface Item {
  id: string
  body: { purpose: string; value: string }[]
  target: unknown
  [name: string]: unknown
}
interface Collection {
  document: { text: string }
  sources: { citation: string }[]
  first: { items: Item[] }
}
const itemOf = ({ first }: Collection, id: string) => first.items.find((item) => item.id.endsWith(id)) as Item
const bodyOf = (collection: Collection, id: string, purpose: string) =>
  itemOf(collection, id).body.find((body) => body.purpose === purpose) as { value: string }
const theirs = { creator: { name: 'Mara Velk' }, created: '2026-10-20T08:00:00Z', type: 'Annotation' }

test.each<[what: string, edit: (collection: Collection) => unknown, seen: Seen]>([
  [
    'the text',
    ({ document }) => (document.text = TEXT.replace('line stands', 'line fell')),
    { text: TEXT.replace('line stands', 'line fell') },
  ],
  [
    'a note and a field',
    (all) => {
      bodyOf(all, claim.id, 'commenting').value = 'Not there.'
      itemOf(all, claim.id)['claimStatus'] = 'wrong'
    },
    {
      annotations: [{ ...claim, note: 'Not there.', status: 'wrong' }],
      replies: [
        { annotation: claim.id, body: 'Changed in a file of annotations: status wrong (was unchecked).', ...OTHERS },
      ],
    },
  ],
  [
    'a tag, by a program that knows no other terms',
    (all) => (bodyOf(all, flagged.id, 'assessing').value = 'must-fix'),
    { annotations: [{ ...flagged, severity: 'must-fix' }], replies: [{ annotation: flagged.id }] },
  ],
  [
    'a tag to what is none',
    (all) => (bodyOf(all, flagged.id, 'assessing').value = 'dreadful'),
    { notices: [expect.stringContaining('1 annotation was changed')] },
  ],
  [
    'an answer and a comment that are new',
    ({ first: { items } }) => {
      const body = (value: string) => ({ type: 'TextualBody', value })
      const quote = { type: 'TextQuoteSelector', exact: 'first point' }
      items.push(
        {
          ...theirs,
          id: 'urn:x:1',
          motivation: 'replying',
          body: [body('Yes.')],
          target: itemOf({ first: { items } } as Collection, comment.id).id,
        } as never,
        {
          ...theirs,
          id: 'urn:x:2',
          motivation: 'commenting',
          body: [body('Why?')],
          target: { source: 'urn:x', selector: [quote] },
        } as never,
      )
    },
    {
      annotations: [{ kind: 'comment', note: 'Why?', anchor: { exact: 'first point' }, author: { name: 'Mara Velk' } }],
      replies: [{ annotation: comment.id, body: 'Yes.', author: { name: 'Mara Velk' } }],
    },
  ],
  [
    'what cannot be taken over',
    (all) => {
      itemOf(all, claim.id).target = { ...(itemOf(all, inTable.id).target as object) }
      all.first.items = all.first.items.filter((item) => !item.id.endsWith(flagged.id))
      all.sources.push({ citation: 'A new one' })
    },
    {
      notices: [
        '1 annotation or answer of the export was taken out of the file; here they stay.',
        '1 annotation was put on other words in the file; here they stay where they were.',
        'Sources were changed in the file; that is not taken over.',
      ],
    },
  ],
])('jsonld: %s, changed by somebody, comes back or is said', async (_, edit, seen) => {
  const collection = JSON.parse(await exported('jsonld', session)) as Collection
  edit(collection)
  const back = await read('jsonld', JSON.stringify(collection))
  expect(back.text).toBe(seen.text ?? TEXT)
  expect(back.notes?.annotations ?? []).toMatchObject(seen.annotations ?? [])
  expect(back.notes?.replies ?? []).toMatchObject(seen.replies ?? [])
  expect(back.report.notices).toEqual(seen.notices ?? [])
})

test.each(['preserve', 'always'] as const)(
  'Markdown tidied by another program is as it was (lines: %s)',
  async (proseWrap) => {
    const file = await exported('md', session)
    const tidied = await prettier.format(file, { parser: 'markdown', proseWrap })
    expect(tidied).not.toBe(file)
    const back = await read('md', tidied)
    expect([back.text, back.notes, back.report.notices]).toEqual([TEXT, undefined, []])
  },
)

test.each(['html', 'md', 'jsonld'] as const)(
  '%s full of characters that no text has is still the session',
  async (format) => {
    const text = `${'\0\u0001'.repeat(40)}x`
    const odd = {
      document: documentOf(text),
      review: reviewOf([annotate('comment', text, [0, 9], { note: '\0\u0003\u0085' })]),
    }
    const back = await read(format, await exported(format, odd))
    expect([back.text, back.save?.review, back.notes]).toEqual([text, odd.review, undefined])
  },
)
