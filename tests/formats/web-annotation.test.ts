import { describe, expect, test } from 'vitest'
import { exportDocument } from '../../src-main/core/exporters/registry'
import type { Review } from '../../src-main/contract/entities'
import { annotate, DETECTION, documentOf, NOW, replyTo, reviewOf, sourceOf } from '../support/review-fixture'
import { ANNOTATION, COLLECTION, PAGE, unmet } from '../support/web-annotation-musts'

const TEXT =
  'Harbour wall 🌊 safe.\n\nThe council said so. “Nobody asked,” said Ida Brandt.\n\n“أحد لم يسأل”, she said.'
type Json = Record<string, unknown>

async function exported(review: Review): Promise<Json & { first: Json & { items: Json[] } }> {
  const input = { document: documentOf(TEXT), review, detection: DETECTION }
  const { bytes } = await exportDocument('jsonld', input, { confidential: false, now: NOW, generator: 'Blue Pencil' })
  return JSON.parse(new TextDecoder().decode(bytes)) as Json & { first: Json & { items: Json[] } }
}

const claim = annotate('claim', TEXT, 'The council said so', {
  citations: [{ source: 's1', stance: 'supports', locator: 'p. 3' }],
  speaker: 'The council',
  note: 'Hm.',
})
const whole = reviewOf(
  [
    claim,
    annotate('flag', TEXT, 'Nobody asked', { severity: 'must-fix', resolution: 'stands', resolutionNote: 'As said.' }),
    { ...annotate('comment', TEXT, 'Ida Brandt', { note: 'Who?', resolved: true }), revision: 0 },
    annotate('comment', TEXT, [30, TEXT.length], { note: 'Over two\nparagraphs' }),
    annotate('highlight', TEXT, '🌊'),
  ],
  {
    replies: [replyTo(claim, 'Yes.')],
    sources: [sourceOf({ id: 's1', citation: 'Survey', url: 'https://a.example/survey', confidential: true })],
  },
)

describe('JSON-LD exports meet every MUST of the web annotation model', () => {
  test.each<[string, Review]>([
    ['with something of everything', whole],
    ['with nothing', reviewOf([])],
  ])('%s', async (_, review) => {
    const collection = await exported(review)
    expect(unmet(collection, COLLECTION)).toEqual([])
    expect(unmet(collection.first, PAGE)).toEqual([])
    expect(collection['total']).toBe(review.annotations.length + review.replies.length)
    for (const item of collection.first.items) expect(unmet(item, ANNOTATION)).toEqual([])
  })

  test('ids are told apart, and what is answered is there', async () => {
    const { items } = (await exported(whole)).first
    const ids = items.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const answers = items.filter(({ motivation }) => motivation === 'replying')
    expect(answers).toHaveLength(1)
    for (const { target } of answers) expect(ids).toContain(target)
  })
})

describe('the checks notice', () => {
  const target = (more: Json = {}) => ({ type: 'SpecificResource', source: 'urn:x:1', ...more })
  test.each<[string, Json]>([
    ['3.1 its context is the annotation context', { '@context': 'https://schema.org' }],
    ['3.1 one id, an address', { id: 'no address' }],
    ['3.1 its type is Annotation', { type: 'Note' }],
    ['3.1 it has a target', { target: [] }],
    ['3.2 bodies are addresses or objects', { body: 'just words' }],
    ['3.2.5 not both body and bodyValue', { body: 'urn:x:2', bodyValue: 'words' }],
    ['3.3.1 created is one time with its zone', { created: '2026-02-01T10:00:00' }],
    ['3.3.1 modified is one time with its zone', { modified: [NOW, NOW] }],
    ['3.3.5 what lies outside has no purpose', { body: { id: 'urn:x:2', purpose: 'tagging' } }],
    ['4 embedded text has no source', { body: { type: 'TextualBody', value: 'x', source: 'urn:x:2' } }],
    ['3.2.4 a choice has no value', { body: { type: 'Choice', items: [], value: 'x' } }],
    ['3.2.4 a target is no TextualBody', { target: { type: 'TextualBody', value: 'x' } }],
    ['4 a specific resource has one source', { target: { type: 'SpecificResource' } }],
    ['4.2 selectors are addresses or of a known type', { target: target({ selector: { type: 'Somewhere' } }) }],
    [
      '4.2.4 a quote has one exact, and at most one prefix and suffix',
      { target: target({ selector: { type: 'TextQuoteSelector', prefix: 'x' } }) },
    ],
    [
      '4.2.5 a position has one start and one end, counted from 0',
      { target: target({ selector: [{ type: 'TextPositionSelector', start: -1, end: 2 }] }) },
    ],
    [
      '4.3.1 a state in time has one date, or a beginning and an end',
      { target: target({ state: { type: 'TimeState', sourceDate: NOW, sourceDateEnd: NOW } }) },
    ],
    [
      '4.2.5 a position has one start and one end, counted from 0',
      {
        target: target({
          selector: { type: 'XPathSelector', value: '/p', refinedBy: { type: 'TextPositionSelector', start: 1 } },
        }),
      },
    ],
  ])('%s', async (name, broken) => {
    const [item] = (await exported(whole)).first.items
    expect(unmet({ ...item, ...broken }, ANNOTATION)).toContain(name)
  })

  test('what is wrong with a collection and with a page', async () => {
    const collection = await exported(whole)
    expect(unmet({ ...collection, first: undefined }, COLLECTION)).toEqual([
      '5.1 with anything in it, it has a first page',
    ])
    expect(unmet({ ...collection, total: -1, label: [1] }, COLLECTION)).toHaveLength(2)
    expect(unmet({ ...collection.first, items: [{}], partOf: 'none' }, PAGE)).toHaveLength(2)
  })
})
