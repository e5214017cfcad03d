import { expect, it } from 'vitest'
import { reanchorCollection } from '../../src-main/core/anchoring/collection'

const OLD = '😀 The wall cost €2 million, they said.\n\nNobody asked us, said Oona Marsh.\r\nIt is shut.\n'
const NEW = 'Intro 𝄞.\n\nNobody asked us, said Oona Marsh.\r\nIt is shut.\n\n😀 The wall cost €3 million, they said.\n'
const points = (text: string) => [...text]

function annotation(id: string, exact: string, selectors: ('position' | 'quote')[], shift = 0) {
  const start = points(OLD.slice(0, OLD.indexOf(exact))).length + shift
  const position = { type: 'TextPositionSelector', start, end: start + points(exact).length }
  const quote = { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }
  const other = { type: 'FragmentSelector', value: 'p2' }
  const selector = [other, ...selectors.map((one) => (one === 'position' ? position : quote))]
  return { id, type: 'Annotation', body: 'kept', target: { source: 'urn:story', selector } }
}

function slicesOf(value: unknown): (string | undefined)[] {
  const { first } = value as { first: { items: ReturnType<typeof annotation>[] } }
  return first.items.map((item) => {
    const place = item.target.selector?.find((one) => one.type === 'TextPositionSelector') as {
      start: number
      end: number
    }
    return place && points(NEW).slice(place.start, place.end).join('')
  })
}

it('puts W3C annotations of any shape onto a later text, in code points, and keeps what else they hold', () => {
  const items = [
    annotation('a', 'cost €2 million', ['position', 'quote']),
    annotation('b', 'Oona Marsh', ['position']),
    annotation('c', 'It is shut.', ['quote']),
    // Counted by a program that counts UTF-16: the quote says what is meant.
    annotation('d', 'Nobody asked us', ['position', 'quote'], 1),
  ]
  const reply = { id: 'r', type: 'Annotation', motivation: 'replying', target: 'a' }
  const collection = { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [...items, reply] } }
  const { value, results } = reanchorCollection(collection, OLD, NEW)
  expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['a', 'edited'],
    ['b', 'same'],
    ['c', 'same'],
    ['d', 'same'],
  ])
  expect(slicesOf(value).slice(0, 4)).toEqual(['cost €3 million', 'Oona Marsh', 'It is shut.', 'Nobody asked us'])
  const written = (value as typeof collection).first.items
  expect(written[4]).toEqual(reply)
  expect(written[0]).toMatchObject({ body: 'kept', target: { source: 'urn:story' } })
  expect(JSON.stringify(written[0])).toContain('FragmentSelector')
})

it('leaves an orphan as it is, and takes the text that a collection carries for the one it was made on', () => {
  const gone = annotation('a', 'The wall cost €2 million, they said.', ['position', 'quote'])
  const collection = { document: { id: 'urn:sha256:0', text: OLD }, first: { items: [gone] } }
  const { value, results } = reanchorCollection(collection, undefined, 'Rain fell on Grimstead all night.')
  expect(results).toEqual([{ id: 'a', outcome: 'orphaned', score: 0 }])
  expect((value as typeof collection).first.items).toEqual([gone])
  expect((value as typeof collection).document.text).toBe('Rain fell on Grimstead all night.')
})
