import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { ExportFormat } from '../../src-main/contract/api'
import type { Document, Review } from '../../src-main/contract/entities'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { readXml, type XmlElement } from '../../src-main/core/importers/xml'
import { annotate, DETECTION, documentOf, NOW, replyTo, reviewOf, sourceOf } from '../support/review-fixture'

/** What each format's readers ask for, checked on reviews with everything in them and on texts made to be difficult. */
const TEXT = `Harbour wall 🌊 safe

The council said so. “Nobody asked,” said Ida Brandt.

A second paragraph\u2028with other\tbreaks & <marks>.`
const claim = annotate('claim', TEXT, 'The council said so', {
  status: 'wrong',
  speaker: 'The council',
  citations: [{ source: 's1', stance: 'contradicts' }],
  note: 'Said\u0085so.',
})
const REVIEW = reviewOf(
  [
    claim,
    annotate('flag', TEXT, 'Nobody asked'),
    annotate('highlight', TEXT, '🌊', {
      author: { id: '0b7f2a4e-9d1c-4a57-8f3e-2c6d5b4a3f21', name: 'A', initials: 'A' },
    }),
    annotate('comment', TEXT, [TEXT.indexOf('Ida'), TEXT.length], { note: 'Over\nlines', resolved: true }),
    { ...annotate('claim', TEXT, 'Brandt', { status: 'confirmed' }), revision: 0 },
  ],
  {
    replies: [replyTo(claim, 'Yes.')],
    sources: [sourceOf({ id: 's1', citation: 'Survey', url: 'https://a.example/' })],
  },
)

async function written(format: ExportFormat, review: Review = REVIEW, document: Document = documentOf(TEXT)) {
  const options = { confidential: false, now: NOW, generator: 'Blue Pencil' }
  const { bytes, losses } = await exportDocument(format, { document, review, detection: DETECTION }, options)
  return { bytes, losses, text: new TextDecoder().decode(bytes) }
}

/** Texts of all planes with everything that some program takes for the end of a line, and annotations anywhere on them. */
const difficult = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('\n', '\n\n', '\u2028', '\u0085', '\t', '🌊', ' ', '&<>"'),
      ),
    ),
    fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 6 }),
  )
  .map(([parts, ranges]) => {
    const text = `A ${parts.join('')}`
    const annotations = ranges.flatMap(([start, length], index) => {
      const from = Math.min(start, text.length - 1)
      const kind = (['claim', 'flag', 'highlight', 'comment'] as const)[index % 4] ?? 'comment'
      return [annotate(kind, text, [from, Math.min(text.length, from + length)], { note: index % 2 ? 'a\nb' : '' })]
    })
    return { text, review: reviewOf(annotations) }
  })

/** As Python, which brat is written in, divides a file into lines. */
// eslint-disable-next-line no-control-regex
const LINE_ENDS = /[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/

/** brat's files as its reader sees them. @see https://brat.nlplab.org/standoff.html */
function readBrat(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const text = [...strFromU8(files['document.txt'] ?? new Uint8Array())]
  const sections = strFromU8(files['annotation.conf'] ?? new Uint8Array()).split(/^\[(\w+)\]\n/m)
  const names = (section: string) =>
    (sections[sections.indexOf(section) + 1] ?? '').split('\n').flatMap((line) => line.match(/^\w+/)?.[0] ?? [])
  const [entities, attributes] = [names('entities'), names('attributes')]
  const ids = new Set<string>()
  const spans = new Map<string, string>()
  for (const line of strFromU8(files['document.ann'] ?? new Uint8Array()).split(LINE_ENDS)) {
    if (!line) continue
    const [id = '', what = '', ...rest] = line.split('\t')
    expect(ids.has(id), `${id} twice`).toBe(false)
    ids.add(id)
    if (/^T\d+$/.test(id)) {
      const [, type = '', places = ''] = /^([\w-]+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(what) ?? []
      expect(entities, line).toContain(type)
      expect(rest).toHaveLength(1)
      const ranges = places.split(';').map((place) => place.split(' ').map(Number) as [number, number])
      for (const [index, [start, end]] of ranges.entries()) {
        expect(start).toBeLessThan(end)
        expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.[1] ?? 0)
      }
      expect(rest[0]).toBe(ranges.map(([start, end]) => text.slice(start, end).join('')).join(' '))
      spans.set(id, rest[0] ?? '')
    } else if (/^A\d+$/.test(id)) {
      const [, name = '', to = ''] = /^([\w-]+) (T\d+)(?: [\w-]+)?$/.exec(what) ?? []
      expect(attributes, line).toContain(name)
      expect(spans.has(to)).toBe(true)
    } else {
      expect(line).toMatch(/^#\d+\tAnnotatorNotes T\d+\t.+$/)
      expect(spans.has(what.split(' ')[1] ?? '')).toBe(true)
    }
  }
  return [...spans.values()]
}

describe('brat', () => {
  test('reads every span with the words that it is for', async () => {
    const { bytes, losses } = await written('brat')
    expect(readBrat(bytes)).toEqual([
      '🌊',
      'The council said so',
      'Nobody asked',
      'Ida Brandt. A second paragraph with other breaks & <marks>.',
    ])
    expect(losses).toContain('Annotations of another revision are left out: 1 annotation.')
  })

  test('reads what is made of any text', async () => {
    await fc.assert(
      fc.asyncProperty(difficult, async ({ text, review }) => {
        readBrat((await written('brat', review, documentOf(text))).bytes)
      }),
      { numRuns: 60 },
    )
  })
})

const TEI_NAMESPACES = { 'http://www.tei-c.org/ns/1.0': 'tei', 'http://www.w3.org/XML/1998/namespace': 'xml' }
/** What may stand in what, of the elements that we write. @see https://tei-c.org/release/doc/tei-p5-doc/en/html/REF-ELEMENTS.html */
const TEI_INSIDE: Readonly<Record<string, RegExp>> = {
  TEI: /^teiHeader( standOff)? text$/,
  teiHeader: /^fileDesc$/,
  fileDesc: /^titleStmt publicationStmt sourceDesc$/,
  titleStmt: /^title( author)*$/,
  publicationStmt: /^p$/,
  sourceDesc: /^bibl( listBibl)?$/,
  listBibl: /^bibl( bibl)*$/,
  standOff: /^note( note)*$/,
  note: /^quote p( p)*$/,
  text: /^body$/,
  body: /^(p|quote|list|table)( (p|quote|list|table))*$/,
  list: /^item( item)*$/,
  table: /^row( row)*$/,
  row: /^cell( cell)*$/,
  quote: /^p?$/,
  p: /^(ref( ref)*)?$/,
}

function readTei(source: string): { root: XmlElement; pointed: Map<string, string> } {
  const root = readXml(new TextEncoder().encode(source), {
    fileName: 'x.tei.xml',
    part: 'the document',
    namespaces: TEI_NAMESPACES,
  })
  const ids = new Map<string, string>()
  const notes: XmlElement[] = []
  const words = (element: XmlElement): string =>
    element.children.map((child) => (typeof child === 'string' ? child : words(child))).join('')
  const visit = (element: XmlElement) => {
    const name = element.name.replace(/^tei:/, '')
    const inside = element.children.filter((child): child is XmlElement => typeof child !== 'string')
    const order = inside.map((child) => child.name.replace(/^tei:/, '')).join(' ')
    expect(`${name}: ${order}`).toMatch(new RegExp(`^${name}: ${(TEI_INSIDE[name] ?? /^$/).source.slice(1)}`))
    const id = element.attributes['xml:id']
    if (id !== undefined) {
      expect(id).toMatch(/^[A-Za-z_][\w.-]*$/)
      expect(ids.has(id)).toBe(false)
      ids.set(id, words(element))
    }
    if (name === 'note') notes.push(element)
    inside.forEach(visit)
  }
  visit(root)
  const pointed = new Map<string, string>()
  for (const { attributes } of notes)
    if (attributes['target'])
      pointed.set(
        attributes['xml:id'] ?? '',
        attributes['target']
          .split(' ')
          .map((one) => {
            const [, id = '', from, length] = /^#string-range\((\w+),(\d+),(\d+)\)$/.exec(one) ?? []
            return [...(ids.get(id) ?? '')].slice(Number(from), Number(from) + Number(length)).join('')
          })
          .join('|'),
      )
  return { root, pointed }
}

describe('TEI', () => {
  test('is built as the guidelines ask, and its pointers point at the words', async () => {
    const blocks = [
      { kind: 'heading', start: 0, end: 20 },
      { kind: 'list-item', start: 22, end: 42 },
      { kind: 'list-item', start: 43, end: 75 },
      { kind: 'table-cell', start: 77, end: 79, row: 1, column: 1 },
      { kind: 'table-cell', start: 79, end: 90, row: 1, column: 2 },
      { kind: 'table-cell', start: 90, end: TEXT.length, row: 2, column: 1 },
    ] as Document['blocks']
    const { pointed, root } = readTei(
      (await written('tei', REVIEW, documentOf(TEXT, { blocks, byline: 'Ida & Ben' }))).text,
    )
    expect([...pointed.values()].slice(0, 3)).toEqual(['🌊', 'The council said so', 'Nobody asked'])
    expect(JSON.stringify(root).match(/"tei:list"|"tei:table"|"tei:row"/g)).toEqual([
      '"tei:list"',
      '"tei:table"',
      '"tei:row"',
      '"tei:row"',
    ])
  })

  test('without annotations there is nothing beside the text', async () => {
    const { text } = await written('tei', reviewOf([]))
    readTei(text)
    expect(text).not.toMatch(/standOff|listAnnotation|listBibl/)
  })

  test('is so with any text', async () => {
    await fc.assert(
      fc.asyncProperty(difficult, async ({ text, review }) => {
        readTei((await written('tei', review, documentOf(text))).text)
      }),
      { numRuns: 60 },
    )
  })
})

test('Hypothesis: every field that its API’s description asks for, and places that say what they quote', async () => {
  const { export_date, export_userid, client_version, annotations } = JSON.parse(
    (await written('hypothesis')).text,
  ) as {
    [field: string]: unknown
    annotations: {
      id: string
      user: string
      references: string[]
      target: { selector?: { type: string; start: number; end: number; exact: string }[] }[]
    }[]
  }
  for (const field of [export_date, export_userid, client_version]) expect(typeof field).toBe('string')
  const ids = annotations.map(({ id }) => id)
  for (const annotation of annotations) {
    expect(annotation).toMatchObject({
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      updated: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      user: expect.stringMatching(/^acct:[A-Za-z0-9._]{3,30}@\S+$/),
      uri: expect.stringMatching(/^[a-z]+:\S+$/),
      text: expect.any(String),
      tags: expect.any(Array),
      group: expect.any(String),
      permissions: {
        read: expect.any(Array),
        admin: [annotation.user],
        update: [annotation.user],
        delete: [annotation.user],
      },
      document: { title: [expect.any(String)] },
      links: {},
      hidden: false,
      flagged: false,
    })
    for (const reference of annotation.references) expect(ids).toContain(reference)
    const selectors = annotation.target[0]?.selector ?? []
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
    const position = selectors.find(({ type }) => type === 'TextPositionSelector')
    if (position) expect(TEXT.slice(position.start, position.end)).toBe(quote?.exact)
  }
})

test('ClaimReview: what a search engine requires, with a rating in numbers and words', async () => {
  const spread = annotate('claim', TEXT, [TEXT.indexOf('Brandt'), TEXT.indexOf('second')], { status: 'confirmed' })
  const unsaid = { ...annotate('claim', TEXT, 'Ida', { status: 'wrong' }), anchor: { ...claim.anchor, exact: ' \n ' } }
  const { text } = await written('claimreview', reviewOf([...REVIEW.annotations, spread, unsaid]))
  const { '@context': context, '@graph': graph } = JSON.parse(text) as { '@context': string; '@graph': unknown[] }
  expect(context).toBe('https://schema.org')
  expect(graph).toHaveLength(3)
  for (const one of graph) {
    expect(one).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: expect.stringMatching(/^\S.*\S$/),
      datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      author: { '@type': 'Person', name: expect.stringMatching(/\S/) },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: expect.any(Number),
        worstRating: 1,
        bestRating: 5,
        alternateName: expect.stringMatching(/\S/),
      },
      itemReviewed: { '@type': 'Claim' },
    })
    const { ratingValue } = (one as { reviewRating: { ratingValue: number } }).reviewRating
    expect(ratingValue >= 1 && ratingValue <= 5).toBe(true)
  }
  expect((await written('claimreview', reviewOf([]))).losses).toContain('No claim was checked, so there is none in it.')
})
