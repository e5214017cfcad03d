import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Annotation, Document, Review } from '../../src-main/contract/entities'
import { FLAG_REASONS, HIGHLIGHT_COLOURS } from '../../src-main/contract/taxonomies'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importFile } from '../../src-main/core/importers/registry'
import { anchorAt } from '../../src-main/core/text/selectors'
import { annotate, BEN, DETECTION, documentOf, NOW, replyTo, reviewOf, sourceOf } from '../support/review-fixture'

const options = { confidential: false, now: NOW, generator: 'Blue Pencil test' }
async function written(document: Document, review: Review): Promise<Uint8Array> {
  return (await exportDocument('docx', { document, review, detection: DETECTION }, options)).bytes
}
const read = (bytes: Uint8Array) => importFile({ name: 'story.docx', bytes })

/** The same file with some of its parts changed. */
function edited(bytes: Uint8Array, edits: Record<string, (xml: string) => string>): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, edit] of Object.entries(edits)) {
    const before = strFromU8(parts[name] ?? new Uint8Array())
    const after = edit(before)
    expect(after, `an edit of ${name}`).not.toBe(before)
    parts[name] = strToU8(after)
  }
  return zipSync(parts)
}
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

const TEXT = `Harbour wall “will hold”

The wall cost 40 million, 𝒜 officials said on Monday. Critics say it leaks.

Keep Reading

Ten cats that look like ministers

The last line stands.`
const claim = annotate('claim', TEXT, 'cost 40 million', {
  status: 'confirmed',
  type: 'statistic',
  note: 'Checked\nagainst the budget.',
  citations: [{ source: 's1', stance: 'supports', locator: 'p. 4' }],
})
const comment = annotate('comment', TEXT, 'million, 𝒜 officials', { note: 'Which officials?' })
const highlight = annotate('highlight', TEXT, 'Critics say it leaks.')
const flag = annotate('flag', TEXT, 'Keep Reading\n\nTen cats that look like ministers', {
  reason: 'off-topic-insertion',
  severity: 'must-fix',
  author: BEN,
})
const orphan = annotate('comment', TEXT, 'leaks', { revision: 0, note: 'No longer there' })
const reply = replyTo(comment, 'The harbour master.')
const story = documentOf(TEXT)
const review = reviewOf([claim, comment, highlight, flag, orphan], {
  replies: [reply],
  sources: [
    sourceOf({ id: 's1', citation: 'City budget' }),
    sourceOf({ id: 's2', citation: 'The night porter', confidential: true }),
  ],
})

describe('a Word export', () => {
  test('has each comment once in every part, with ranges, threads, states and people that fit', async () => {
    const parts = partsOf(await written(story, review))
    const body = parts['word/document.xml'] ?? ''
    const numbers = [...(parts['word/comments.xml'] ?? '').matchAll(/<w:comment w:id="(\d+)"/g)].map(([, id]) => id)
    expect(numbers).toHaveLength(6)
    for (const id of numbers)
      for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
        expect(body.split(`<w:${mark} w:id="${id}"/>`), `${mark} ${id}`).toHaveLength(2)
    const paras = new Set([...(parts['word/comments.xml'] ?? '').matchAll(/w14:paraId="(\w+)"/g)].map(([, id]) => id))
    const threads = [
      ...(parts['word/commentsExtended.xml'] ?? '').matchAll(
        /w15:paraId="(\w{8})"(?: w15:paraIdParent="(\w{8})")? w15:done="([01])"/g,
      ),
    ]
    expect(threads).toHaveLength(6)
    expect(threads.filter(([, , parent]) => parent)).toHaveLength(1)
    for (const [, para, parent = para] of threads) {
      expect(paras).toContain(para)
      expect(paras).toContain(parent)
      expect(Number.parseInt(para ?? '', 16)).toBeLessThan(0x80000000)
    }
    expect(parts['word/people.xml']).toContain('w15:author="Ben &lt;Öst&gt;"')
    expect(body).toMatch(/<w:del [^>]*w:author="Ben &lt;Öst&gt;"[^>]*>(?:(?!<\/w:del>).)*<w:delText[^>]*>Keep Reading</)
    expect(body).toMatch(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t[^>]*>Critics say it leaks\.</)
  })

  test('names no confidential source anywhere, and is the same bytes each time', async () => {
    const bytes = await written(story, review)
    expect(Object.values(partsOf(bytes)).join('')).not.toContain('night porter')
    expect(await written(story, review)).toEqual(bytes)
  })
})

describe('a Word export that comes back', () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abc .,\t\u0001\ufffe\u00ad\u202e\v'), maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const session = fc
    .record({
      lines: fc.array(fc.array(word, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      notes: fc.array(
        fc.record({
          place: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
          kind: fc.constantFrom('highlight', 'claim', 'flag', 'comment'),
          note: word,
          pick: fc.nat(1_000),
          replies: fc.array(word, { maxLength: 3 }),
        }),
        { maxLength: 12 },
      ),
    })
    .map(({ lines, notes }) => {
      const text = `A first line.\n\n${lines.map((words) => words.join(' ')).join('\n\n \n')}\n`.replaceAll('\r', ' ')
      const document = documentOf(text)
      const replies: Review['replies'] = []
      const annotations = notes.flatMap(({ place, kind, note, pick, replies: bodies }, index): Annotation[] => {
        const [from, to] = place.map((share) => Math.floor(share * text.length)).sort((a, b) => a - b) as [
          number,
          number,
        ]
        const first = Math.min(from, text.length - 1)
        const { start, end } = anchorAt(text, first, Math.min(text.length, Math.max(to, first + 1)))
        const fields = {
          id: `id-${index}`,
          note,
          ...(kind === 'highlight' && { colour: HIGHLIGHT_COLOURS[pick % 4] }),
          ...(kind === 'flag' && { reason: FLAG_REASONS[pick % 5], resolution: pick % 3 ? 'open' : 'removed' }),
          ...(kind === 'comment' && { resolved: pick % 2 === 0 }),
        }
        const made = annotate(
          kind as 'comment',
          text,
          [start, end],
          fields as Partial<Extract<Annotation, { kind: 'comment' }>>,
        )
        for (const [at, body] of bodies.entries()) replies.push({ ...replyTo(made, body), id: `r-${index}-${at}` })
        return [made]
      })
      return { document, review: reviewOf(annotations, { replies }) }
    })

  test('is the session it was, whatever the characters, overlaps and threads', async () => {
    await fc.assert(
      fc.asyncProperty(session, async ({ document, review }) => {
        const back = await read(await written(document, review))
        expect(back.text).toBe(document.text)
        expect(back.blocks).toEqual(document.blocks)
        expect(JSON.parse(JSON.stringify(back.save?.review))).toEqual(JSON.parse(JSON.stringify(review)))
        expect(back.notes).toBeUndefined()
        const { total, inText, leftOut } = back.report.coverage
        expect(inText + leftOut).toBe(total)
      }),
      { numRuns: 60 },
    )
  })

  const EXTENDED = 'word/commentsExtended.xml'
  const newComment =
    '<w:comment w:id="77" w:author="Ines Roth" w:date="2026-10-20T10:00:00Z" w:initials="IR"><w:p w14:paraId="00ABCDEF"><w:r><w:t>Says who?</w:t></w:r></w:p></w:comment></w:comments>'
  const paraOf = (xml: string, words: string) =>
    new RegExp(`w14:paraId="(\\w+)"(?:(?!</w:p>).)*${words}`).exec(xml)?.[1] ?? ''

  test('shows a new comment where it stands', async () => {
    const bytes = edited(await written(story, review), {
      'word/comments.xml': (xml) => xml.replace('</w:comments>', newComment),
      'word/document.xml': (xml) =>
        xml.replace(
          'The last line stands.</w:t></w:r>',
          'The last </w:t></w:r><w:commentRangeStart w:id="77"/><w:r><w:t>line</w:t></w:r><w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r><w:r><w:t xml:space="preserve"> stands.</w:t></w:r>',
        ),
    })
    const back = await read(bytes)
    expect(back.text).toBe(TEXT)
    expect(back.notes?.annotations).toMatchObject([
      { kind: 'comment', note: 'Says who?', anchor: { exact: 'line' }, author: { name: 'Ines Roth', initials: 'IR' } },
    ])
    expect(back.notes?.replies).toEqual([])
  })

  test('shows an answer to a comment, and the state of its thread', async () => {
    const bytes = await written(story, review)
    const para = paraOf(partsOf(bytes)['word/comments.xml'] ?? '', 'Which officials')
    const back = await read(
      edited(bytes, {
        'word/comments.xml': (xml) => xml.replace('</w:comments>', newComment),
        [EXTENDED]: (xml) =>
          xml
            .replace(`w15:paraId="${para}" w15:done="0"`, `w15:paraId="${para}" w15:done="1"`)
            .replace(
              '</w15:commentsEx>',
              `<w15:commentEx w15:paraId="00ABCDEF" w15:paraIdParent="${para}" w15:done="1"/></w15:commentsEx>`,
            ),
      }),
    )
    expect(back.notes?.annotations).toEqual([{ ...comment, resolved: true }])
    expect(back.notes?.replies).toMatchObject([
      {
        annotation: comment.id,
        body: 'Says who?',
        author: { name: 'Ines Roth' },
        createdAt: '2026-10-20T10:00:00.000Z',
      },
    ])
  })

  test('shows what somebody rewrote of a note, without our own lines around it', async () => {
    const back = await read(
      edited(await written(story, review), {
        'word/comments.xml': (xml) => xml.replace('against the budget.', 'against the final budget.'),
      }),
    )
    expect(back.notes?.annotations).toEqual([{ ...claim, note: 'Checked\nagainst the final budget.' }])
  })

  test('closed flags stand, or are done with where their words are gone', async () => {
    const bytes = await written(story, review)
    const close = (xml: string) => {
      const para = paraOf(partsOf(bytes)['word/comments.xml'] ?? '', 'Flag · off-topic')
      return xml.replace(`w15:paraId="${para}" w15:done="0"`, `w15:paraId="${para}" w15:done="1"`)
    }
    const stands = await read(edited(bytes, { [EXTENDED]: close }))
    expect(stands.notes?.annotations).toMatchObject([{ id: flag.id, resolution: 'stands' }])
    const accepted = (xml: string) => xml.replace(/<w:del [^>]*[^/]>.*?<\/w:del>/g, '')
    const gone = await read(edited(bytes, { [EXTENDED]: close, 'word/document.xml': accepted }))
    expect(gone.notes?.annotations).toMatchObject([{ id: flag.id, resolution: 'removed' }])
    expect(gone.text).not.toContain('Keep Reading')
  })

  test('an edited paragraph is a new text, and the others stay as they were', async () => {
    const bell = documentOf(`${TEXT}\n\n\n\u0001Bell.`)
    const back = await read(
      edited(await written(bell, reviewOf([])), {
        'word/document.xml': (xml) => xml.replace('The last line stands.', 'The last line falls.'),
      }),
    )
    expect(back.text).toBe(bell.text.replace('line stands', 'line falls'))
    expect(back.save?.document.text).toBe(bell.text)
  })
})

/** A Word file of a body and other parts, as Word itself might write it. */
function wordFile(body: string, parts: Record<string, string> = {}): Uint8Array {
  const kinds = Object.keys(parts).filter((name) => !name.includes('/'))
  const w =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = kinds.map((kind) => `<Relationship Id="r${kind}" Type="${type}/${kind}" Target="${kind}.xml"/>`)
  const files: Record<string, string> = {
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(kinds.map((kind) => [`word/${kind}.xml`, (parts[kind] ?? '').replace(/^<w:\w+/, `$& ${w}`)])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}
const p = (runs: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const by = 'w:author="Ines Roth" w:date="2026-10-20T10:00:00Z"'

describe('a Word file from elsewhere', () => {
  test('gives headings by translated names, lists, tables, links, emphasis and notes', async () => {
    const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${p(r(text))}</w:tc>`
    const body = [
      p(r('Der Hafen'), '<w:pStyle w:val="berschrift1"/>'),
      p(`${r('Es kostet ')}${r('40 Millionen', '<w:b/>')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('.')}`),
      p(r('erstens'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'),
      `<w:tbl><w:tr>${cell('a', '<w:gridSpan w:val="2"/>')}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('')}${cell('d')}</w:tr></w:tbl>`,
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('dort')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:noBreakHyphen/></w:r>${r('geheim', '<w:vanish/>')}${r('Ende')}`,
      ),
    ]
    const back = await read(
      wordFile(body.join(''), {
        styles:
          '<w:styles><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Überschrift 1"/></w:style></w:styles>',
        numbering:
          '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        footnotes: `<w:footnotes><w:footnote w:id="0" w:type="separator">${p(r('--'))}</w:footnote><w:footnote w:id="2">${p(r('Laut Haushalt.'))}</w:footnote></w:footnotes>`,
        header: `<w:hdr>${p(r('Entwurf'))}</w:hdr>`,
      }),
    )
    expect(back.text).toBe(
      'Der Hafen\n\nEs kostet 40 Millionen¹.\n\nerstens\n\na\nb\nc\nd\n\ndort\u2011Ende\n\n¹ Laut Haushalt.',
    )
    expect(back.title).toBe('Der Hafen')
    expect(back.blocks.map(({ kind, level, row, column }) => [kind, level ?? row, column])).toEqual([
      ['heading', 1, undefined],
      ['paragraph', undefined, undefined],
      ['list-item', 2, undefined],
      ['table-cell', 1, 1],
      ['table-cell', 1, 3],
      ['table-cell', 2, 1],
      ['table-cell', 2, 3],
      ['paragraph', undefined, undefined],
      ['paragraph', undefined, undefined],
    ])
    expect(back.inlines.map(({ kind, start, end, href }) => [kind, back.text.slice(start, end), href])).toEqual([
      ['strong', '40 Millionen', undefined],
      ['link', 'dort', 'https://example.org/'],
    ])
    expect(back.report.leftOut.map(({ text, reason }) => [text, reason])).toEqual([
      ['Entwurf', 'page header'],
      ['geheim', 'hidden text'],
    ])
    const { total, inText, leftOut } = back.report.coverage
    expect(inText + leftOut).toBe(total)
  })

  test('has two readings where changes are tracked, and its comments and highlights', async () => {
    const body = [
      p(
        `${r('The wall ')}<w:del w:id="1" ${by}><w:r><w:delText>costs</w:delText></w:r></w:del><w:ins w:id="2" ${by}><w:commentRangeStart w:id="0"/>${r('cost')}</w:ins>${r(' 40 million')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('.', '')}`,
      ),
      p(r('One '), `<w:rPr><w:del w:id="3" ${by}/></w:rPr>`),
      p(r('line', '<w:highlight w:val="green"/>')),
    ]
    const comments = `<w:comments><w:comment w:id="0" ${by} w:initials="IR"><w:p w14:paraId="0000000A"><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment><w:comment w:id="1" w:author="Ben" w:date="2026-10-20T11:00:00Z"><w:p w14:paraId="0000000B"><w:r><w:t>Yes.</w:t></w:r></w:p></w:comment></w:comments>`
    const file = wordFile(body.join(''), { comments })
    const parts = unzipSync(file)
    const extended =
      '<x:commentsEx xmlns:x="http://schemas.microsoft.com/office/word/2012/wordml"><x:commentEx x:paraId="0000000A" x:done="1"/><x:commentEx x:paraId="0000000B" x:paraIdParent="0000000A" x:done="1"/></x:commentsEx>'
    const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()).replace(
      '</Relationships>',
      '<Relationship Id="x" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="/word/ce.xml"/></Relationships>',
    )
    const back = await read(
      zipSync({ ...parts, 'word/ce.xml': strToU8(extended), 'word/_rels/document.xml.rels': strToU8(relations) }),
    )
    expect(back.text).toBe('The wall cost 40 million.\n\nOne line')
    expect(back.earlier?.text).toBe('The wall costs 40 million.\n\nOne\n\nline')
    expect(back.notes?.annotations).toMatchObject([
      {
        kind: 'comment',
        note: 'Sure?',
        resolved: true,
        anchor: { exact: 'cost 40 million' },
        author: { initials: 'IR' },
      },
      { kind: 'highlight', colour: 'green', anchor: { exact: 'line' } },
    ])
    expect(back.notes?.replies).toMatchObject([{ annotation: back.notes?.annotations[0]?.id, body: 'Yes.' }])
    expect(back.report.notices.join(' ')).toContain('1 insertion, 2 deletions')
  })

  test('has boxes of text read once; pictures from elsewhere, objects and macros are told of and left alone', async () => {
    const box = `<w:txbxContent>${p(r('In the box'))}</w:txbxContent>`
    const body = [
      p(
        `${r('Before.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      p(
        `<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rimage"/></w:drawing></w:r><w:r><w:object/></w:r>${r('After.')}`,
      ),
    ]
    const file = unzipSync(wordFile(body.join(''), { image: '<w:x/>' }))
    const relations = strFromU8(file['word/_rels/document.xml.rels'] ?? new Uint8Array())
    const outside = relations.replace(
      'Target="image.xml"',
      'Target="https://example.org/beacon.png" TargetMode="External"',
    )
    const back = await read(
      zipSync({
        ...file,
        'word/_rels/document.xml.rels': strToU8(outside),
        'word/vbaProject.bin': strToU8('Sub AutoOpen()'),
      }),
    )
    expect(back.text).toBe('Before.\n\nIn the box\n\nAfter.')
    expect(back.report.notices).toEqual([
      '1 picture from the internet was not fetched.',
      '1 embedded object was never opened.',
      'The file has macros; they were not read, and nothing of them was run.',
    ])
    const { total, inText, leftOut } = back.report.coverage
    expect(inText + leftOut).toBe(total)
  })
})
