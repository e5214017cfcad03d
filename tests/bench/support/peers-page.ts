/** Runs in the page: other ways of drawing the same annotations on the same paragraphs. Bundled for the bench alone. */
import { createTextAnnotator } from '@recogito/text-annotator'
import Mark from 'mark.js/dist/mark.es6.js'

interface Place {
  readonly start: number
  readonly end: number
}
type Draw = (root: HTMLElement, places: readonly Place[]) => void

/** The text as one paragraph an element, without anything else between them. */
function lay(paragraphs: readonly string[]): HTMLElement {
  const root = document.createElement('article')
  root.append(
    ...paragraphs.map((text) => {
      const element = document.createElement('p')
      element.textContent = text
      return element
    }),
  )
  document.body.replaceChildren(root)
  root.getBoundingClientRect()
  return root
}

/** As Hypothesis does it: a live Range for each annotation, then a span around every text node in it, one by one. */
const wrapSpans: Draw = (root, places) => {
  const nodes = textNodes(root)
  const ranges = places.map(({ start, end }) => rangeOf(nodes, start, end))
  for (const range of ranges) {
    const walker = document.createNodeIterator(range.commonAncestorContainer, NodeFilter.SHOW_TEXT)
    const inside: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (range.intersectsNode(node)) inside.push(node as Text)
    for (const node of inside) {
      const from = node === range.startContainer ? range.startOffset : 0
      const to = node === range.endContainer ? range.endOffset : node.length
      if (to <= from) continue
      const part = from > 0 ? node.splitText(from) : node
      if (part.length > to - from) part.splitText(to - from)
      const span = document.createElement('span')
      span.className = 'highlight'
      part.replaceWith(span)
      span.append(part)
    }
  }
}

const markJs: Draw = (root, places) => {
  const ranges = places.map(({ start, end }) => ({ start, length: end - start }))
  new Mark(root).markRanges(ranges, { element: 'mark' })
}

const recogito: Draw = (root, places) => {
  const annotator = createTextAnnotator(root)
  annotator.setAnnotations(
    places.map(({ start, end }, index) => ({
      id: `a${index}`,
      bodies: [],
      target: { annotation: `a${index}`, selector: [{ start, end, quote: '' }] },
    })) as never,
  )
}

interface Placed {
  readonly node: Text
  readonly start: number
}

function textNodes(root: HTMLElement): Placed[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Placed[] = []
  let start = 0
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    nodes.push({ node, start })
    start += node.length
  }
  return nodes
}

function rangeOf(nodes: readonly Placed[], start: number, end: number): Range {
  const at = (offset: number) => nodes.findLast((placed) => placed.start <= offset) as Placed
  const range = document.createRange()
  const [from, to] = [at(start), at(end - 1)]
  range.setStart(from.node, start - from.start)
  range.setEnd(to.node, end - to.start)
  return range
}

const isDrawn = () =>
  document.querySelector('span.highlight, mark, .r6o-annotation, .r6o-span-highlight-layer .r6o-annotation') !== null

/** Milliseconds from the call to the frame in which the first annotation is on the page. */
async function time(draw: Draw, paragraphs: readonly string[], places: readonly Place[]): Promise<number> {
  const root = lay(paragraphs)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const started = performance.now()
  draw(root, places)
  const giveUp = started + 30_000
  while (!isDrawn() && performance.now() < giveUp) await new Promise(requestAnimationFrame)
  document.body.getBoundingClientRect()
  await new Promise(requestAnimationFrame)
  return performance.now() - started
}

Object.assign(window, {
  peers: {
    'spans around the words, as Hypothesis does': (p: string[], a: Place[]) => time(wrapSpans, p, a),
    'mark.js 8 (overlaps are lost)': (p: string[], a: Place[]) => time(markJs, p, a),
    '@recogito/text-annotator': (p: string[], a: Place[]) => time(recogito, p, a),
  },
})
