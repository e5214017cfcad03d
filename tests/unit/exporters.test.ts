import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { cell } from '../../src-main/core/exporters/csv'
import type { ExportFormat } from '../../src-main/contract/api'
import { safeFileName } from '../../src-main/core/exporters/file-name'
import { segmentBlocks } from '../../src-main/core/exporters/segments'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { isElement, isText, type PageNode } from '../../src-main/core/importers/html-parse'
import { importFile } from '../../src-main/core/importers/registry'
import type { Document, Review } from '../../src-main/contract/entities'
import { ADA, annotate, DETECTION, documentOf, NOW, replyTo, reviewOf, sourceOf } from '../support/review-fixture'

const FORMATS: ExportFormat[] = ['html', 'md', 'jsonld', 'csv', 'txt']

async function run(format: ExportFormat, document: Document, review: Review, confidential = false) {
  const file = await exportDocument(
    format,
    { document, review, detection: DETECTION },
    { confidential, now: NOW, generator: 'Blue Pencil 0.1.0' },
  )
  return { ...file, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes) }
}

const STORY = [
  'Harbour wall',
  '',
  'The wall cost €2.4 million, experts say. “Close it now,” said Tomas Brandt.',
  '',
  'School choir wins regional final',
  'Keep Reading',
  '',
  'The quay is shut <b>now</b> & *for ever* {++not++}.',
].join('\n')

function story() {
  const claim = annotate('claim', STORY, 'The wall cost €2.4 million', {
    type: 'statistic',
    status: 'confirmed',
    speaker: 'Tomas Brandt',
    note: 'Seen in the minutes. --> <script>alert(1)</script>',
    citations: [
      { source: 's1', stance: 'supports', locator: 'p. 4' },
      { source: 's2', stance: 'contradicts' },
    ],
  })
  const vague = annotate('flag', STORY, 'million, experts say', { reason: 'vague-attribution', severity: 'must-fix' })
  const insertion = annotate('flag', STORY, 'School choir wins regional final\nKeep Reading', {
    reason: 'off-topic-insertion',
  })
  const highlight = annotate('highlight', STORY, 'Close it now')
  const comment = annotate('comment', STORY, 'for ever', { note: '=cmd|" /C calc"!A0' })
  const review = reviewOf([claim, vague, insertion, highlight, comment], {
    sources: [
      sourceOf({
        id: 's1',
        citation: 'Minutes of the council',
        url: 'https://example.org/minutes',
        seenOn: '2026-10-14',
      }),
      sourceOf({
        id: 's2',
        citation: 'Deep Throat',
        url: 'https://secret.example',
        note: 'met at the quay',
        locator: 'p. 99',
        confidential: true,
      }),
      sourceOf({ id: 's3', citation: 'A trap', url: 'javascript:alert(1)' }),
    ],
    replies: [replyTo(vague, 'Asked the trust <again>.')],
    verdicts: [{ id: 'v1', value: 'changes-needed', note: '', author: ADA, createdAt: NOW, updatedAt: NOW }],
  })
  return { document: documentOf(STORY), review, claim, vague, insertion }
}

describe('every format', () => {
  it.each(FORMATS)('%s is the same bytes for the same input, and keeps confidential sources back', async (format) => {
    const { document, review } = story()
    const file = await run(format, document, review)
    expect((await run(format, document, review)).text).toBe(file.text)
    for (const secret of ['Deep Throat', 'secret.example', 'met at the quay', 'p. 99'])
      expect(file.text).not.toContain(secret)
    if (format !== 'txt') expect((await run(format, document, review, true)).text).toContain('Deep Throat')
    if (format !== 'txt') expect(file.losses.join(' ')).toMatch(/confidential/)
    expect(file.fileName).toMatch(/^Harbour wall\.(html|md|jsonld|csv|txt)$/)
  })

  it('writes an article of 2,000 words with 100 annotations in all formats within 200 ms', async () => {
    const text = Array.from(
      { length: 100 },
      (_, i) => `Paragraph ${i} says ${'that the old wall moved and '.repeat(3)}stood.`,
    ).join('\n\n')
    const review = reviewOf(documentOf(text).blocks.map(({ start, end }) => annotate('claim', text, [start + 3, end])))
    for (const format of FORMATS) await run(format, documentOf(text), review)
    const started = performance.now()
    for (const format of FORMATS) await run(format, documentOf(text), review)
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('JSON-LD', () => {
  interface Item {
    id: string
    motivation: string
    target: { source: string; selector: { type: string; start: number; end: number; exact: string }[] } | string
  }
  const itemsOf = (json: string) => (JSON.parse(json) as { first: { items: Item[] } }).first.items

  it('is a collection of W3C annotations with replies', async () => {
    const { document, review, vague } = story()
    const collection = JSON.parse((await run('jsonld', document, review)).text) as Record<string, unknown>
    expect(collection['@context']).toEqual([
      'http://www.w3.org/ns/anno.jsonld',
      expect.objectContaining({ bp: 'urn:bluepencil:ns#' }),
    ])
    expect(collection).toMatchObject({ type: 'AnnotationCollection', total: 6 })
    const items = itemsOf(JSON.stringify(collection))
    expect(items.map((item) => item.motivation)).toEqual([
      'classifying',
      'questioning',
      'replying',
      'highlighting',
      'questioning',
      'commenting',
    ])
    expect(items[2]?.target).toBe(`urn:bluepencil:annotation:${vague.id}`)
  })

  it('sliced by its own code points gives its own quotations, in any script', async () => {
    const letters = fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      '👩‍👩‍👧‍👦',
      '😀',
      '𠀀',
      'שלום',
      'مرحبا',
      '東京',
      ' ',
      '\n',
      '“',
      '\u202e',
      '𝄞',
    )
    const texts = fc.array(letters, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat(), async (text, one, other) => {
        const [start, end] = [one % text.length, other % text.length].sort((a, b) => a - b) as [number, number]
        const document = documentOf(text)
        const [item] = itemsOf(
          (await run('jsonld', document, reviewOf([annotate('highlight', text, [start, end + 1])]))).text,
        )
        const [position, quote] = (item?.target as Exclude<Item['target'], string>).selector
        expect([...text].slice(position?.start, position?.end).join('')).toBe(quote?.exact)
      }),
    )
  })
})

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-5 degrees', "'-5 degrees"],
    ['\tx', "'\tx"],
    ['"=1+1"', '"\'""=1+1"""'],
    ['one\n=2', '"one\n\'=2"'],
    ['a\r\n+b', '"a\n\'+b"'],
    ['＝1', "'＝1"],
    ['5 - 4 = 1', '5 - 4 = 1'],
    ['He said “no”', 'He said “no”'],
    ['a,b', '"a,b"'],
  ])('makes %j safe', (value, written) => expect(cell(value)).toBe(written))

  it('has a byte order mark, CR LF, one row a claim, and places that count code points', async () => {
    const text = '😀 The wall fell.'
    const file = await run(
      'csv',
      documentOf(text),
      reviewOf([annotate('claim', text, 'The wall'), annotate('comment', text, 'fell')]),
    )
    const [header = '', row = '', end] = file.text.split('\r\n')
    expect(header.startsWith('\ufeffClaim,Type,Status,')).toBe(true)
    expect(row).toContain('The wall,fact,unchecked,')
    expect(row).toContain(',1,2,10,')
    expect(end).toBe('')
  })
})

describe('clean copy', () => {
  it('leaves out insertions and what was removed, evens out blank lines, and keeps what stands', async () => {
    const { document, review, insertion } = story()
    const without = STORY.replace('School choir wins regional final\nKeep Reading\n\n', '') + '\n'
    expect((await run('txt', document, review)).text).toBe(without)
    const stands = {
      ...review,
      annotations: review.annotations.map((a) => (a.id === insertion.id ? { ...a, resolution: 'stands' as const } : a)),
    }
    expect((await run('txt', document, stands as Review)).text).toBe(STORY + '\n')
    const cut = annotate('flag', STORY, ', experts say', { resolution: 'removed' })
    expect((await run('txt', document, reviewOf([cut]))).text).toContain('€2.4 million. “Close')
  })
})

describe('CriticMarkup', () => {
  it('marks, strikes, numbers overlaps and escapes what looks like markup', async () => {
    const { document, review } = story()
    const { text } = await run('md', document, review)
    expect(text).toContain('{==The wall cost €2.4 ==}{>>1 …<<}{==million==}{>>2 …<<}{>>1. claim, statistic, confirmed')
    expect(text).toContain('{--School choir wins regional final--}{>>4 …<<}')
    expect(text).toContain('\\<b\\>now\\</b\\> \\& \\*')
    expect(text).not.toContain('{++')
    expect(text).toContain(
      '[^1]: Minutes of the council, primary document, https://example.org/minutes, seen 2026-10-14',
    )
    expect(text).toContain('[^2]: a confidential source\n')
  })

  it('says the story when its marks are taken off and it is read again', async () => {
    const words = fc.constantFrom(
      'wall',
      '*b*',
      '{==',
      '==}',
      '{>>',
      '<<}',
      '{--',
      '--}',
      '#',
      '1.',
      '- x',
      '> y',
      '`c`',
      '[l](u)',
      '<i>',
      '&amp;',
      '~~',
      '|',
      '_a_',
      '\\',
      '😀',
      'שלום',
      '+',
      '=',
      '===',
    )
    const lines = fc.array(fc.array(words, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(), fc.nat(), async (paragraphs, one, other) => {
        const text = paragraphs.map((parts) => parts.join(' ')).join('\n\n')
        const document = documentOf(text, {
          blocks: documentOf(text).blocks.map(({ start, end }) => ({ kind: 'paragraph', start, end })),
        })
        const [start, end] = [one % text.length, other % text.length].sort((a, b) => a - b) as [number, number]
        const { text: written } = await run('md', document, reviewOf([annotate('highlight', text, [start, end + 1])]))
        const bare = written.replace(/\{==(.*?)==\}\{>>.*?<<\}/gs, '$1').replace(/\n## Without a place[^]*$/, '')
        const read = await importFile({ name: 'a.md', bytes: new TextEncoder().encode(bare) })
        expect(read.text.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})

describe('HTML', () => {
  it('carries the text, the marks and the notes, and nothing that runs or loads', async () => {
    const { document, review } = story()
    const { text } = await run('html', document, review)
    const page = parse(text)
    const elements: { tag: string; attrs: Map<string, string>; words: string }[] = []
    const stack: PageNode[] = [page]
    for (let node = stack.pop(); node; node = stack.pop()) {
      if ('childNodes' in node) stack.push(...[...node.childNodes].reverse())
      if (isElement(node))
        elements.push({
          tag: node.tagName,
          attrs: new Map(node.attrs.map((a) => [a.name, a.value])),
          words: wordsOf(node),
        })
    }
    const tags = new Set(elements.map(({ tag }) => tag))
    for (const banned of ['img', 'iframe', 'link', 'object', 'b ']) expect(tags).not.toContain(banned)
    expect(elements.filter(({ tag }) => tag === 'script')).toHaveLength(2)
    for (const { attrs } of elements)
      for (const [name, value] of attrs) {
        expect(name).not.toMatch(/^on|^style$/)
        if (name === 'href') expect(value).toMatch(/^#|^https:\/\/example\.org/)
      }
    const article = elements.filter(({ attrs }) => attrs.get('class') === 'text').map(({ words }) => words)
    expect(article).toEqual(document.blocks.map(({ start, end }) => STORY.slice(start, end)))
    const mark = elements.find(({ tag, words }) => tag === 'mark' && words === 'The wall cost €2.4 ')
    expect(mark?.attrs.get('aria-label')).toBe('claim 1 of 5, statistic, confirmed')
    expect(text).toContain('flag 2 of 5, vague attribution, must fix, open, 1 reply')
    expect(elements.filter(({ attrs }) => /^note /.test(attrs.get('class') ?? ''))).toHaveLength(5)
  })
})

function wordsOf(root: PageNode): string {
  let words = ''
  const stack: PageNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) words += node.value
    else if ('childNodes' in node) stack.push(...[...node.childNodes].reverse())
  }
  return words
}

describe('segments', () => {
  it('tile each block, and cover each annotation exactly where it lies on a block', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    const blocks = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 8 }).map((edges) => {
      const sorted = edges.sort((a, b) => a - b)
      return sorted.slice(0, -1).map((start, index) => ({ start, end: sorted[index + 1] as number }))
    })
    fc.assert(
      fc.property(blocks, fc.array(range, { maxLength: 8 }), (tiles, ranges) => {
        const inOrder = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)
        segmentBlocks(tiles, inOrder, (each) => each).forEach((segments, index) => {
          const { start, end } = tiles[index] as { start: number; end: number }
          expect([start, ...segments.map((segment) => segment.end)]).toEqual([
            ...segments.map((segment) => segment.start),
            end,
          ])
          for (const segment of segments)
            expect(segment.over).toEqual(inOrder.filter((each) => each.start < segment.end && each.end > segment.start))
        })
      }),
    )
  })
})

describe('file names', () => {
  it.each([
    ['Harbour wall repairs “cannot wait”, council told', 'Harbour wall repairs cannot wait council told.md'],
    ['../../etc/passwd', 'etc passwd.md'],
    ['CON', '_CON.md'],
    ['lpt1.txt', '_lpt1.txt.md'],
    ['a\u202Egnp.exe', 'a gnp.exe.md'],
    ['   ...', 'document.md'],
    ['港口 – 关闭', '港口 关闭.md'],
    ['x'.repeat(500), `${'x'.repeat(80)}.md`],
  ])('%j', (title, name) => expect(safeFileName(title, '.md')).toBe(name))
})
