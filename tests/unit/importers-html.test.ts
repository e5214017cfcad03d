import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { AppError } from '../../src-main/contract/result'
import { attribute, isElement, isText, type PageNode } from '../../src-main/core/importers/html-parse'
import type { ImportedText } from '../../src-main/core/importers/importer'
import { importFile } from '../../src-main/core/importers/registry'

const read = (html: string) => importFile({ name: 'page.html', bytes: new TextEncoder().encode(html) })
const blocksOf = ({ text, blocks }: ImportedText) =>
  blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`)

const P1 = 'Weirmouth council voted on Tuesday to close the north quay until the wall is safe.'
const P2 = '“Close it now,” said the harbour master, Tomas Brandt, and argued about the bill.'
const P3 = 'Nobody knows when the quay will open again, or who is going to pay for the stone.'

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Wall shut | The Weir Courier</title>
<meta property="og:site_name" content="The Weir Courier"><meta name="author" content="Ines Almqvist">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Wall shut until spring","datePublished":"2026-10-14T09:00:00Z"}</script>
<style>p { color: red }</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><h1>Wall shut until spring</h1><div class="share-bar"><a href="#">Share</a></div>
<div class="article-body"><p>${P1}</p>
<div class="related-links"><h3>Keep Reading</h3><ul><li><a href="/a">School choir wins regional final</a></li><li><a href="/b">Bakery fined over allergens</a></li></ul></div>
<p>${P2.replace('Brandt', '<b>Brandt</b>')} <a href="https://example.org/x">More</a><a href="javascript:alert(1)">bad</a></p>
<figure><img src="https://tracker.example/x.gif" alt="The wall in August"><figcaption>The wall on Monday</figcaption></figure>
<p hidden>Not shown</p><p>${P3}</p></div></main>
<aside class="newsletter-signup"><p>Sign up for our newsletter and never miss a tide table again.</p></aside>
<footer><p>Copyright The Weir Courier 2026. All rights reserved everywhere.</p></footer>
<script>document.write('x')</script></body></html>`

it('keeps the notes at the end of a story, where the page names them so, and not what follows them', async () => {
  const notes = '<section role="doc-endnotes"><ol><li>The minutes, page 14.</li><li>Ibid.</li></ol></section>'
  const { text } = await read(
    `<body><p>${P1}</p><p>${P2}</p><p>${P3}</p><hr>${notes}<div class="share">Share this</div></body>`,
  )
  expect(text.endsWith('The minutes, page 14.\nIbid.')).toBe(true)
})

describe('a page with a story', async () => {
  const file = await read(PAGE)

  it('gives the headline and the story as blocks, what stands inside included', () => {
    expect(blocksOf(file)).toEqual([
      'heading1: Wall shut until spring',
      `paragraph: ${P1}`,
      'heading3: Keep Reading',
      'list-item1: School choir wins regional final',
      'list-item1: Bakery fined over allergens',
      `paragraph: ${P2} Morebad`,
      'caption: The wall on Monday',
      `paragraph: ${P3}`,
    ])
  })

  it('reads what the page says of itself', () => {
    expect(file).toMatchObject({
      title: 'Wall shut until spring',
      byline: 'Ines Almqvist',
      date: '2026-10-14',
      source: 'The Weir Courier',
      language: 'en-GB',
      mediaType: 'text/html',
      encoding: 'utf-8',
    })
  })

  it('marks what the markup says of the blocks inside', () => {
    const hint = (words: string) => file.markup.find(({ start }) => file.text.startsWith(words, start))
    expect(hint('School choir')).toMatchObject({ linkShare: 1, roles: ['related'] })
    expect(hint('Keep Reading')).toMatchObject({ linkShare: 0, roles: ['related'] })
    expect(hint('The wall on')?.roles).toContain('caption')
    expect(hint(P1)).toBeUndefined()
  })

  it('keeps addresses as text, and none that runs', () => {
    const links = file.inlines
      .filter(({ kind }) => kind === 'link')
      .map(({ start, end, href }) => [file.text.slice(start, end), href])
    expect(links).toContainEqual(['More', 'https://example.org/x'])
    expect(links).toContainEqual(['bad', undefined])
  })

  it('keeps the rest as left out, with reason and place', () => {
    const reasons = new Map(file.report.leftOut.map(({ reason, text }) => [reason, text]))
    expect(reasons.get('navigation')).toContain('Sport')
    expect(reasons.get('share row')).toBe('Share')
    expect(reasons.get('newsletter box')).toContain('tide table')
    expect(reasons.get('page footer')).toContain('Copyright')
    expect(reasons.get('picture text')).toBe('The wall in August')
    expect(JSON.stringify(file)).not.toMatch(/Not shown|document\.write|color: red/)
  })
})

describe('other pages', () => {
  it('imports a simple page of a few paragraphs', async () => {
    expect(blocksOf(await read('<h1>Hello</h1><p>First short one.</p><p>Second one.</p>'))).toEqual([
      'heading1: Hello',
      'paragraph: First short one.',
      'paragraph: Second one.',
    ])
  })

  it('takes line breaks as lines, and keeps program code as it stands', async () => {
    const file = await read(`<p>${P1}<br>${P2}</p><pre>a\n  <b>b</b>\n c</pre><p>${P3}</p>`)
    expect(blocksOf(file)).toEqual([
      `paragraph: ${P1}`,
      `paragraph: ${P2}`,
      'paragraph: a\n  b\n c',
      `paragraph: ${P3}`,
    ])
  })

  it('takes two line breaks as a new paragraph', async () => {
    expect((await read(`<div>${P1}<br> <br>${P2}<br><br>${P3}</div>`)).text).toBe([P1, P2, P3].join('\n\n'))
  })

  it.each([
    ['declared', '<meta charset="iso-8859-2">', 0xb3, 'ł'],
    ['not declared', '', 0xe9, 'é'],
  ])('reads a page of another encoding, %s', async (_, meta, byte, letter) => {
    const html = `<!doctype html>${meta}<p>${P1} caf\u0001</p><p>${P2}</p>`
    const bytes = Uint8Array.from(html.replace(/[“”]/g, '"'), (c) => (c === '\u0001' ? byte : c.charCodeAt(0)))
    expect((await importFile({ name: 'a.html', bytes })).text).toContain(`caf${letter}`)
  })

  it('is told by its bytes, whatever its name', async () => {
    expect((await importFile({ name: 'story.txt', bytes: new TextEncoder().encode(PAGE) })).mediaType).toBe('text/html')
  })
})

/** What a reader of a page sees, counted apart from the importer: texts outside of what is hidden, and picture texts. */
function visibleCharacters(html: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string) => {
    for (const character of text) if (/\S/.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const visit = (node: PageNode) => {
    if (isText(node)) return add(node.value)
    if (isElement(node)) {
      if (
        /^(?:head|script|style|template|noscript|iframe|dialog)$/.test(node.tagName) ||
        attribute(node, 'hidden') !== undefined
      )
        return
      if (node.tagName === 'img') add(attribute(node, 'alt') ?? '')
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return counts
}

describe('nothing is lost', () => {
  const leaf = fc.constantFrom(
    P1,
    P2,
    P3,
    'Keep Reading',
    'Share',
    '😀',
    'שלום עולם',
    '東京',
    '\u00a0',
    'a\u0301',
    '&lt;b&gt;',
    ' ',
  )
  const tag = fc.constantFrom(
    'div',
    'p',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'a',
    'b',
    'em',
    'aside',
    'nav',
    'footer',
    'h1',
    'h2',
    'blockquote',
    'pre',
    'figure',
    'span',
    'form',
    'button',
    'select',
    'option',
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'svg',
    'article',
    'br',
    'dialog',
  )
  const attributes = fc.constantFrom(
    '',
    ' class="related-links"',
    ' hidden',
    ' class="ad share"',
    ' href="x"',
    ' role="navigation"',
  )
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.constant('<img alt="a boat">'),
      fc
        .tuple(tag, attributes, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, attrs, inside]) => `<${name}${attrs}>${inside.join('')}</${name}>`),
    ),
  }))

  it('accounts for each visible character of a page, in the text or left out', async () => {
    let imported = 0
    const check = async (parts: readonly string[]) => {
      const html = `<!doctype html><body><p>${P1}</p>${parts.join('\n')}<p>${P2}</p>`
      let file: ImportedText
      try {
        file = await read(html)
      } catch (thrown) {
        expect((thrown as AppError).code).toMatch(/no-article|empty/)
        return
      }
      imported++
      const expected = visibleCharacters(html)
      const got = new Map<string, number>()
      for (const text of [file.text, ...file.report.leftOut.map((part) => part.text)])
        for (const character of text) if (/\S/.test(character)) got.set(character, (got.get(character) ?? 0) + 1)
      expect(got).toEqual(expected)
      expect(file.report.coverage.total).toBe([...expected.values()].reduce((sum, n) => sum + n, 0))
      expect(file.report.coverage.inText + file.report.coverage.leftOut).toBe(file.report.coverage.total)
      const blocks = file.blocks.map(({ start, end }) => file.text.slice(start, end)).join('')
      expect(blocks.replace(/\s/g, '')).toBe(file.text.replace(/\s/g, ''))
    }
    await fc.assert(fc.asyncProperty(fc.array(tree, { minLength: 2, maxLength: 8 }), check), { numRuns: 300 })
    // The property says nothing if no page was read.
    expect(imported).toBeGreaterThan(150)
  })
})
