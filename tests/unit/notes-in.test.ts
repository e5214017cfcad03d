import { describe, expect, test } from 'vitest'
import { AppError } from '../../src-main/contract/result'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { readAnnotations } from '../../src-main/core/importers/annotations'
import { htmlWords } from '../../src-main/core/importers/annotations-body'
import type { Making } from '../../src-main/core/review/context'
import { mergeReviews } from '../../src-main/core/review/merge'
import { reviewState } from '../../src-main/core/review/state'
import { takeNotes, type TakenNotes } from '../../src-main/core/review/take-notes'
import { tellNotes } from '../../src-main/core/review/tell-notes'
import { textDigest } from '../../src-main/core/text/digest'
import { ADA, annotate, DETECTION, documentOf, NOW, replyTo, reviewOf } from '../support/review-fixture'

const TEXT = `Harbour wall 🌊 declared safe

The council said on Monday that the wall was safe. “Nobody asked us,” said Ida Brandt, who lives below the wall.

The survey of 2019 was never published. The council said on Tuesday that it would be.`
const utf8 = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
let made = 0
/** The first of a list that has to have one. */
function first<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined) throw new Error('The list is empty.')
  return one
}
const making: Making = { author: ADA, now: NOW, newId: () => `new${++made}` }
const live = (review = reviewOf([]), text = TEXT) => ({
  document: documentOf(text),
  earlier: [],
  state: reviewState(review),
})
const take = (value: unknown, on = live()): TakenNotes =>
  takeNotes(on, readAnnotations({ name: 'notes.json', bytes: utf8(value) }, on.document.text), making)

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const note = (target: unknown, more: object = {}) => ({
  '@context': CONTEXT,
  id: 'https://notes.example/1',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'Who says so?', purpose: 'commenting' },
  target,
  ...more,
})
const on = (...selector: unknown[]) => ({ source: 'https://a.example/wall', selector })
const quote = (exact: string, prefix = '', suffix = '') => ({ type: 'TextQuoteSelector', exact, prefix, suffix })
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const codePoints = (before: string) => [...before].length
const ofTuesday = TEXT.lastIndexOf('The council said')

describe('where a note of another program stands', () => {
  const cases: [string, unknown, { at?: number; exact?: string }][] = [
    ['its words, once in the text', on(quote('never published')), { exact: 'never published' }],
    [
      'its words, told from others by what follows',
      on(quote('The council said', '', ' on Tuesday')),
      { at: ofTuesday, exact: 'The council said' },
    ],
    [
      'a position in code points',
      on(
        quote('The council said'),
        position(codePoints(TEXT.slice(0, ofTuesday)), codePoints(TEXT.slice(0, ofTuesday)) + 16),
      ),
      { at: ofTuesday },
    ],
    ['a position in UTF-16', on(quote('The council said'), position(ofTuesday, ofTuesday + 16)), { at: ofTuesday }],
    [
      'words with other marks, spaces and soft hyphens',
      on(quote('wall was\n   safe. "Nobody asked us," said Ida Bran\u00addt')),
      { exact: 'wall was safe. “Nobody asked us,” said Ida Brandt' },
    ],
    [
      'a range from one quote to the beginning of another',
      on({ type: 'RangeSelector', startSelector: quote('Nobody asked'), endSelector: quote(', who lives') }),
      { exact: 'Nobody asked us,” said Ida Brandt' },
    ],
    [
      'a quote inside a quote',
      on({
        ...quote('The survey of 2019 was never published. The council said on Tuesday'),
        refinedBy: quote('The council'),
      }),
      { at: ofTuesday, exact: 'The council' },
    ],
    [
      'a position inside a quote',
      on({ ...quote('🌊 declared safe'), refinedBy: position(2, 10) }),
      { exact: 'declared' },
    ],
    [
      'a quote inside an element that only the page has',
      on({ type: 'XPathSelector', value: '/html/body/p[2]', refinedBy: quote('lives below') }),
      { exact: 'lives below' },
    ],
    [
      'the better of several ways',
      on({ type: 'CssSelector', value: 'p > b' }, { type: 'FragmentSelector', value: 'x' }, quote('2019')),
      { exact: '2019' },
    ],
    [
      'words that were changed a little',
      on(quote('said on Monday that the big wall was safe')),
      { exact: 'said on Monday that the wall was safe' },
    ],
    [
      'a position alone, in the very text',
      { source: `urn:sha256:${textDigest(TEXT)}`, selector: position(13, 23) },
      { exact: '🌊 declared' },
    ],
    ['the whole story, at its headline', 'https://a.example/wall', { at: 0, exact: 'Harbour wall 🌊 declared safe' }],
  ]
  test.each(cases)('%s', (_, target, { at, exact }) => {
    const { added, orphaned } = take(note(target))
    expect(orphaned).toBe(0)
    const { anchor, revision } = first(added)
    expect(revision).toBe(1)
    expect(TEXT.slice(anchor.start, anchor.end)).toBe(anchor.exact)
    if (exact !== undefined) expect(anchor.exact).toBe(exact)
    if (at !== undefined) expect(anchor.start).toBe(at)
  })

  test.each<[string, unknown]>([
    ['words that stand twice, with nothing to tell them apart', on(quote('The council said'))],
    ['short words in other surroundings', on(quote('safe', 'the bridge is not ', ' for lorries'))],
    ['words that are not there', on(quote('The mayor resigned over a ferry'))],
    ['a position alone, in who knows which text', on(position(10, 20))],
    ['a position whose text says otherwise', on(quote('The council said'), position(3, 19))],
    ['an element of a page', on({ type: 'XPathSelector', value: '/html/body/p[2]', refinedBy: position(0, 9) })],
    ['a part of a picture', on({ type: 'SvgSelector', value: '<svg/>' })],
  ])('has none for %s', (_, target) => {
    const { added, orphaned, review } = take(note(target))
    expect(orphaned).toBe(1)
    expect(added[0]).toMatchObject({ revision: 0, note: 'Who says so?' })
    expect(review.annotations).toHaveLength(1)
    expect(tellNotes(take(note(target))).join(' ')).toContain('1 of them has no place in this text')
  })
})

describe('what a note of another program says', () => {
  test.each<[string, object, object]>([
    ['a plain body value', { body: undefined, bodyValue: 'Check.' }, { kind: 'comment', note: 'Check.' }],
    ['an address', { body: 'https://b.example/survey' }, { kind: 'comment', note: 'https://b.example/survey' }],
    [
      'HTML, as words',
      { body: { type: 'TextualBody', format: 'text/html', value: '<p>One <b>bold</b></p><script>x()</script><p>two' } },
      { note: 'One bold\ntwo' },
    ],
    [
      'a choice: the first',
      {
        body: {
          type: 'Choice',
          items: [
            { type: 'TextualBody', value: 'one' },
            { type: 'TextualBody', value: 'eins' },
          ],
        },
      },
      { note: 'one' },
    ],
    [
      'several bodies, tags last',
      {
        body: [
          { type: 'TextualBody', value: 'wall', purpose: 'tagging' },
          { type: 'TextualBody', value: 'Says who?' },
          { type: 'TextualBody', value: 'unsafe', purpose: 'editing' },
          { type: 'SpecificResource', source: 'https://b.example', purpose: 'linking' },
        ],
      },
      { note: 'Says who?\n\nSuggested: unsafe\n\nhttps://b.example\n\nTags: wall' },
    ],
    ['nothing: a highlight', { body: undefined, motivation: 'highlighting' }, { kind: 'highlight', note: '' }],
    ['a creator as an address', { creator: 'acct:ida@a.example' }, { author: { name: 'ida@a.example' } }],
    [
      'a creator as an object',
      { creator: { id: 'x', name: 'Ida Brandt' } },
      { author: { name: 'Ida Brandt', initials: 'IB' } },
    ],
    ['several creators', { creator: [{ name: 'Ida' }, { nickname: 'otto' }] }, { author: { name: 'Ida, otto' } }],
    [
      'times, in UTC',
      { created: '2026-02-01T10:00:00+01:00', modified: '2026-02-02T10:00:00Z' },
      { createdAt: '2026-02-01T09:00:00.000Z', updatedAt: '2026-02-02T10:00:00.000Z' },
    ],
  ])('%s', (_, fields, expected) => {
    expect(take(note(on(quote('2019')), fields)).added[0]).toMatchObject(expected)
  })

  test('no depth of its HTML or JSON is too deep', () => {
    expect(htmlWords('<b>'.repeat(20_000) + 'deep')).toBe('deep')
    const deep = `${'['.repeat(9_000)}${']'.repeat(9_000)}`
    const file = `[{"type":"Annotation","body":${deep},"target":{"selector":{"type":${deep},"refinedBy":${deep}}}}]`
    expect(take(file).orphaned).toBe(1)
  })

  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{"a":', /is not a whole JSON file/],
    ['no annotations', { hello: 'world' }, /holds no annotations that Blue Pencil knows/],
    ['too many', Array.from({ length: 20_001 }, () => note('x')), /20001 annotations; the most for one story is 20000/],
  ])('%s ends in a sentence', (_, value, said) => {
    expect(() => take(value)).toThrow(AppError)
    expect(() => take(value)).toThrow(said)
  })
})

const row = (id: string, fields: object = {}) => ({
  id,
  created: '2026-03-01T08:00:00.123456+00:00',
  updated: '2026-03-01T08:05:00.123456+00:00',
  user: 'acct:otto@hypothes.is',
  uri: 'https://a.example/wall',
  text: 'Is that so?',
  tags: ['wall'],
  target: [
    {
      source: 'https://a.example/wall',
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 0, endOffset: 4 },
        position(912, 916),
        quote('The council said', 'published. ', ' on Tuesday'),
      ],
    },
  ],
  references: [],
  ...fields,
})

describe('what Hypothesis gives', () => {
  const answer = row('r1', { references: ['a1'], text: 'It is.', tags: [], user_info: { display_name: 'Ines Roth' } })

  test('a search: notes on their words, replies in their threads, more results named', () => {
    const later = row('r2', { references: ['a1', 'r1'], text: 'Thanks.' })
    const { review, added, replies } = take({ total: 9, rows: [answer, row('a1'), later] })
    expect(added).toHaveLength(1)
    expect(added[0]).toMatchObject({
      kind: 'comment',
      note: 'Is that so?\n\nTags: wall',
      author: { name: 'otto' },
      updatedAt: '2026-03-01T08:05:00.123Z',
      anchor: { start: ofTuesday },
    })
    expect(replies).toBe(2)
    expect(review.replies.map(({ annotation }) => annotation)).toEqual([first(added).id, first(added).id])
    expect(first(review.replies).author.name).toBe('Ines Roth')
    const read = readAnnotations({ name: 'x', bytes: utf8({ total: 9, rows: [row('a1')] }) }, TEXT)
    expect(read.notices).toEqual(['The search had 9 results, of which the file holds 1.'])
  })

  test('of several pages, those that this text has something of', () => {
    const other = row('b1', { uri: 'https://b.example/', target: [{ selector: [quote('Ferries run on Sundays')] }] })
    const page = row('b2', { uri: 'https://b.example/', target: [{ source: 'https://b.example/' }] })
    const gone = row('a2', { target: [{ selector: [quote('a sentence that went out on Friday')] }] })
    const taken = take({ rows: [row('a1'), other, page, gone], total: 4 })
    expect(taken).toMatchObject({ orphaned: 1, elsewhere: 2 })
    expect(taken.added).toHaveLength(2)
    expect(tellNotes(taken)).toEqual([
      '2 annotations by otto were added.',
      '1 of them has no place in this text; Revisions lists what has none, with all it says.',
      '2 annotations about other pages, whose words are not in this text, left out.',
    ])
  })

  test('our own export comes back with kinds, people and threads', async () => {
    const claim = annotate('claim', TEXT, 'The survey of 2019', { type: 'statistic', status: 'disputed', note: 'Hm.' })
    const flag = annotate('flag', TEXT, 'Nobody asked us', { reason: 'unattributed-quotation', severity: 'must-fix' })
    const review = reviewOf([claim, flag, annotate('highlight', TEXT, '🌊', { colour: 'pink' })], {
      replies: [replyTo(claim, 'Checked twice.')],
    })
    const { bytes } = await exportDocument(
      'hypothesis',
      { document: documentOf(TEXT), review, detection: DETECTION },
      { confidential: false, now: NOW, generator: 'Blue Pencil' },
    )
    const back = take(new TextDecoder().decode(bytes)).review
    const byId = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId(back.annotations)).toEqual(byId(review.annotations))
    expect(back.replies).toEqual(review.replies)
  })
})

describe('the same file again', () => {
  const file = { rows: [row('a1'), row('r1', { references: ['a1'], text: 'It is.' })], total: 2 }
  const taken = take(file)
  const again = (review = taken.review, value: unknown = file) => take(value, live(review))

  test('adds nothing', () => {
    expect(again().review).toEqual(taken.review)
    expect(tellNotes(again())).toEqual(['All that the file says is here already; nothing was added.'])
  })

  test('does not undo what was done here since, and does not bring back what was removed', () => {
    const edited = { ...first(taken.added), note: 'Settled.', updatedAt: NOW }
    expect(again({ ...taken.review, annotations: [edited] }).review.annotations).toEqual([edited])
    const removal = { id: edited.id, author: ADA, createdAt: NOW, updatedAt: NOW }
    const two = { rows: [...file.rows, row('a2', { target: [{ selector: [quote('2019')] }] })] }
    const [, other] = take(two).added
    const removed = again(reviewOf(other ? [other] : [], { removals: [removal] }), two)
    expect(removed.review.annotations).toEqual([other])
    expect(removed).toMatchObject({ removed: 2, replies: 0 })
  })

  test('a whole file that was taken back comes again, and stays', () => {
    const removals = [...taken.added, ...taken.review.replies].map(({ id }) => ({
      id,
      author: ADA,
      createdAt: NOW,
      updatedAt: NOW,
    }))
    const back = again(reviewOf([], { removals }))
    expect(back.added).toHaveLength(1)
    expect(back.replies).toBe(1)
    expect(mergeReviews(back.review, reviewOf([])).annotations).toEqual(back.review.annotations)
    expect(again(back.review).added).toEqual([])
  })

  test('a later version of a note stands over the earlier one', () => {
    const later = { rows: [row('a1', { text: 'It is not so.', tags: [], updated: '2026-03-05T08:00:00Z' })] }
    expect(again(taken.review, later).review.annotations[0]).toMatchObject({
      note: 'It is not so.',
      id: first(taken.added).id,
      updatedAt: '2026-03-05T08:00:00.000Z',
    })
  })
})

test('5,000 notes on a long story are placed in seconds', () => {
  const text = Array.from(
    { length: 20_000 },
    (_, index) => `Sentence ${index} says that harbour ${index * 7} was shut.`,
  ).join('\n\n')
  const rows = Array.from({ length: 5_000 }, (_, index) => {
    const words = `harbour ${index * 4 * 7} was shut`
    return row(`n${index}`, { target: [{ selector: [quote(words, `Sentence ${index * 4} says that `, '.')] }] })
  })
  const started = performance.now()
  const { orphaned, added } = take({ rows }, live(reviewOf([]), text))
  expect(added).toHaveLength(5_000)
  expect(orphaned).toBe(0)
  expect(performance.now() - started).toBeLessThan(10_000)
})
