import type { Block, Document } from '../../contract/entities'
import { escapeXml } from './xml-escape'

type Part = 'list' | 'table' | undefined

/** The blocks of a document as TEI: items of one list in one, cells in the rows of their table. Their ids count from b1. */
export function teiBlocks({ text, blocks }: Pick<Document, 'text' | 'blocks'>): string {
  const lines: string[] = []
  let open: Part
  let row = 0
  const close = () => {
    if (open === 'table') lines.push('</row>')
    if (open) lines.push(`</${open}>`)
    open = undefined
  }
  for (const [index, block] of blocks.entries()) {
    const part = partOf(block)
    const begins = part !== open || (part === 'table' && block.row === 1 && block.column === 1)
    if (begins) close()
    if (part && begins) lines.push(`<${part}>`)
    if (part === 'table' && (begins || block.row !== row)) {
      if (!begins) lines.push('</row>')
      lines.push('<row>')
    }
    row = block.row ?? 0
    open = part
    lines.push(element(block, `xml:id="b${index + 1}"`, escapeXml(text.slice(block.start, block.end))))
  }
  close()
  return lines.join('\n')
}

const partOf = ({ kind }: Block): Part => (kind === 'list-item' ? 'list' : kind === 'table-cell' ? 'table' : undefined)

function element({ kind }: Block, id: string, words: string): string {
  if (kind === 'list-item') return `<item ${id}>${words}</item>`
  if (kind === 'table-cell') return `<cell ${id}>${words}</cell>`
  if (kind === 'quotation') return `<quote><p ${id}>${words}</p></quote>`
  // A heading may stand anywhere in a story; in TEI a head stands first. So its part is named by its rendering.
  return `<p ${id}${kind === 'paragraph' ? '' : ` rend="${kind}"`}>${words}</p>`
}
