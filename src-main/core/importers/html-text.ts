import type { Block, MarkupHint } from '../../contract/entities'
import { keepAddress } from './address'
import type { ArticleSpan } from './html-article'
import type { Outline, OutlineNode } from './html-outline'
import { attribute, isElement, isText, type PageElement } from './html-parse'
import { inheritedRoles } from './html-roles'
import { leftOutReason } from './html-reasons'
import { BLOCK_ELEMENTS } from './html-visible'
import { CellCounter } from './html-table'
import { hintsOfLinks } from './link-hints'
import { TextBuilder, type Cell } from './text-builder'

/** How text in an element is written; inherited by its children. */
interface Context {
  readonly kind: Block['kind']
  readonly level?: number
  readonly lists: number
  readonly exact: boolean
  readonly inline: ReadonlySet<string>
  /** The innermost table around it, and the cell of it. */
  readonly table?: CellCounter
  readonly cell?: Cell
}

const PLAIN: Context = { kind: 'paragraph', lists: 0, exact: false, inline: new Set() }

const INLINES = new Map([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['cite', 'emphasis'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['a', 'link'],
] as const)

export interface ArticleText {
  readonly builder: TextBuilder
  readonly text: string
  readonly markup: MarkupHint[]
}

/**
 * Writes the story as blocks with its emphasis, its links and, for each block, what the markup says of it. Everything
 * inside the span is in the text, whatever the markup says; everything else is kept as left out, with a reason.
 *
 * @param also runs outside the span that belong to the story: its headline, its standfirst
 */
export function writeArticle(outline: Outline, span: ArticleSpan, also: ReadonlySet<number>): ArticleText {
  const { nodes, runs, runFrom } = outline
  const first = runs[span.first]?.first ?? 0
  const last = runs[span.last]?.last ?? -1
  const inStory = new Uint8Array(nodes.length)
  inStory.fill(1, first, last + 1)
  for (const index of also) inStory.fill(1, runs[index]?.first, (runs[index]?.last ?? 0) + 1)
  const holdsAll = (index: number) =>
    (runFrom[index] ?? 0) <= span.first && (runFrom[nodes[index]?.end ?? 0] ?? 0) > span.last
  const roles = inheritedRoles(nodes, holdsAll)
  let current = 0
  const blockRoles: ReadonlySet<string>[] = []
  const builder = new TextBuilder(() => blockRoles.push(roles[current] as ReadonlySet<string>))
  const contexts: Context[] = []
  const open: number[] = []
  const opened = new Uint8Array(nodes.length)

  const leave = (index: number) => {
    const { node, parent } = nodes[index] as OutlineNode
    if (opened[index]) builder.closeInline()
    if (isElement(node) && BLOCK_ELEMENTS.has(node.tagName)) {
      const around = contexts[parent] ?? PLAIN
      builder.block(around.kind, around.level, around.cell)
    }
  }

  for (current = 0; current < nodes.length; current++) {
    const { node, parent } = nodes[current] as OutlineNode
    while (open.length && (nodes[open[open.length - 1] as number] as OutlineNode).end <= current)
      leave(open.pop() as number)
    const around = contexts[parent] ?? PLAIN
    if (isText(node)) {
      contexts.push(around)
      const here = roles[current] as ReadonlySet<string>
      if (!inStory[current] || here.has('graphic'))
        builder.leave(node.value, leftOutReason(here, current < first ? 'before' : current > last ? 'after' : 'inside'))
      else if (around.exact) builder.writeExactly(node.value)
      else builder.write(node.value)
      continue
    }
    if (!isElement(node)) {
      contexts.push(around)
      continue
    }
    open.push(current)
    const context = contextOf(node, around)
    contexts.push(context)
    if (BLOCK_ELEMENTS.has(node.tagName)) builder.block(context.kind, context.level, context.cell)
    if (node.tagName === 'br') builder.lineBreak()
    if (node.tagName === 'img') builder.leave(attribute(node, 'alt') ?? '', 'picture text')
    const kind = context.inline === around.inline ? undefined : INLINES.get(node.tagName as never)
    if (kind && inStory[current]) {
      builder.openInline(kind, kind === 'link' ? keepAddress(attribute(node, 'href')) : undefined)
      opened[current] = 1
    }
  }
  while (open.length) leave(open.pop() as number)
  const text = builder.finish()
  return { builder, text, markup: hintsOfLinks(builder.blocks, builder.inlines, (index) => blockRoles[index] ?? []) }
}

function contextOf(element: PageElement, around: Context): Context {
  const inline = INLINES.get(element.tagName as never)
  if (inline) {
    // Emphasis within emphasis is emphasis; so the open ones stay few, however deep a page nests them.
    return around.inline.has(inline) ? around : { ...around, inline: new Set([...around.inline, inline]) }
  }
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return { ...around, kind: 'heading', level: Number(element.tagName[1]), cell: undefined }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dl':
      return { ...around, lists: around.lists + 1 }
    case 'li':
    case 'dt':
    case 'dd':
      return { ...around, kind: 'list-item', level: Math.max(1, around.lists), cell: undefined }
    case 'blockquote':
      return { ...around, kind: 'quotation', level: undefined, cell: undefined }
    case 'figcaption':
    case 'caption':
      return { ...around, kind: 'caption', level: undefined, cell: undefined }
    case 'td':
    case 'th':
      return { ...around, kind: 'table-cell', level: undefined, cell: around.table?.cell(element) }
    case 'table':
      return { ...around, table: new CellCounter() }
    case 'tr':
      around.table?.row()
      return around
    case 'pre':
    case 'textarea':
      return { ...around, exact: true }
    default:
      return around
  }
}
