import { PDFName, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { pdfNumber, pdfText } from './pdf-objects'

export interface OutlineEntry {
  readonly title: string
  readonly level: number
  readonly page: PDFRef
  /** Upper edge of what it leads to. Points. */
  readonly top: number
}

interface Node extends OutlineEntry {
  readonly ref: PDFRef
  readonly kids: Node[]
}

/** The headings as bookmarks, those of a lower level under those above them. */
export function writeOutline(pdf: PDFDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return
  const { context, catalog } = pdf
  const root = context.nextRef()
  const top: Node[] = []
  const open: Node[] = []
  for (const entry of entries) {
    while (open.length > 0 && (open[open.length - 1] as Node).level >= entry.level) open.pop()
    const node = { ...entry, ref: context.nextRef(), kids: [] }
    const siblings = open[open.length - 1]?.kids ?? top
    siblings.push(node)
    open.push(node)
  }
  const write = (nodes: readonly Node[], parent: PDFRef): Record<string, unknown> => {
    for (const [index, node] of nodes.entries()) {
      const before = nodes[index - 1]
      const after = nodes[index + 1]
      const item = {
        Title: pdfText(node.title),
        Parent: parent,
        Dest: [node.page, 'XYZ', null, pdfNumber(node.top), null],
        ...(before && { Prev: before.ref }),
        ...(after && { Next: after.ref }),
        ...(node.kids.length > 0 && { ...write(node.kids, node.ref), Count: countOf(node.kids) }),
      }
      context.assign(node.ref, context.obj(item as never))
    }
    return { First: nodes[0]?.ref, Last: nodes[nodes.length - 1]?.ref }
  }
  context.assign(root, context.obj({ Type: 'Outlines', ...write(top, root), Count: entries.length } as never))
  catalog.set(PDFName.of('Outlines'), root)
}

const countOf = (nodes: readonly Node[]): number => nodes.reduce((sum, { kids }) => sum + 1 + countOf(kids), 0)
