import type { CriticPiece } from './critic-marks'
import type { ShownParagraph } from './edited-text'

/** A point in the paragraphs of a file: a paragraph, and an offset in its text. */
export interface Spot {
  readonly paragraph: number
  readonly at: number
}

/** A comment or, without words, a highlight that somebody wrote into a file. On a point both spots are the same one. */
export interface WrittenMark {
  readonly from: Spot
  readonly to: Spot
  readonly said?: string
}

/** Markdown without CriticMarkup: as it reads with all changes accepted, but for the deletions that are flags of ours. */
export interface Written {
  paragraphs(read: (body: string) => ShownParagraph[]): readonly ShownParagraph[]
  marks(read: (body: string) => ShownParagraph[]): readonly WrittenMark[]
}

/**
 * @param isOurs tells a remark of the export from those that somebody wrote
 * @param marked what was marked in the export: without its remark such a mark is none of somebody's own
 */
export function plainMarkdown(
  pieces: readonly CriticPiece[],
  isOurs: (said: string) => boolean,
  marked: ReadonlySet<string> = new Set(),
): Written {
  const [open, close] = unusedSigns(pieces)
  /** What was said of each marked stretch, in their order; nothing of a highlight. */
  const said: (string | undefined)[] = []
  const points = new Set<number>()
  const source = pieces.map((piece, index) => {
    const before = pieces[index - 1]
    const after = pieces[index + 1]
    const ours = after?.kind === 'remark' && isOurs(after.inside)
    switch (piece.kind) {
      case 'text':
        return piece.text
      case 'call':
        return before?.kind === 'remark' || before?.kind === 'call' ? '' : `[^${piece.inside}]`
      case 'insertion':
        return piece.inside
      case 'substitution':
        return piece.inside.slice(piece.inside.indexOf('~>') + 2)
      case 'deletion':
        return ours ? piece.inside : ''
      case 'mark':
        if (ours || (after?.kind !== 'remark' && marked.has(piece.inside))) return piece.inside
        said.push(after?.kind === 'remark' ? after.inside : undefined)
        return open + piece.inside + close
      case 'remark':
        if (isOurs(piece.inside) || before?.kind === 'mark') return ''
        points.add(said.length)
        said.push(piece.inside)
        return open + close
    }
  })
  let result: ReturnType<typeof withoutSigns> | undefined
  const readOnce = (read: (body: string) => ShownParagraph[]) =>
    (result ??= withoutSigns(read(source.join('')), open, close))
  return {
    paragraphs: (read) => readOnce(read).paragraphs,
    marks: (read) => {
      const { opened, closed } = readOnce(read)
      return said.flatMap((words, index) => {
        const [from, to] = [opened[index], closed[index]]
        if (!from || !to) return []
        return [{ from: points.has(index) ? to : from, to, ...(words !== undefined && { said: words }) }]
      })
    },
  }
}

/** Two characters of private use that the file has not. */
function unusedSigns(pieces: readonly CriticPiece[]): [string, string] {
  const used = new Set(
    pieces.flatMap((piece) =>
      [...('text' in piece ? piece.text : piece.inside).matchAll(/[\ue000-\uf8ff]/g)].map(([sign]) => sign),
    ),
  )
  const free: string[] = []
  for (let code = 0xe000; free.length < 2; code++)
    if (!used.has(String.fromCharCode(code))) free.push(String.fromCharCode(code))
  return free as [string, string]
}

function withoutSigns(paragraphs: readonly ShownParagraph[], open: string, close: string) {
  const opened: Spot[] = []
  const closed: Spot[] = []
  const bare: ShownParagraph[] = []
  for (const paragraph of paragraphs) {
    const shift = [0]
    let text = ''
    const spots: { sign: string; at: number }[] = []
    for (const unit of paragraph.text.split('')) {
      if (unit === open || unit === close) spots.push({ sign: unit, at: text.length })
      else text += unit
      shift.push(text.length)
    }
    const trimmed = text.trim()
    const lead = text.indexOf(trimmed)
    // A remark in a paragraph of its own belongs to the one before it.
    const last = bare[bare.length - 1]
    const alone = !trimmed && last
    const index = alone ? bare.length - 1 : bare.length
    for (const { sign, at } of spots) {
      const inside = Math.min(Math.max(0, at - lead), trimmed.length)
      ;(sign === open ? opened : closed).push({ paragraph: index, at: alone ? last.text.length : inside })
    }
    if (!trimmed) continue
    const inlines = paragraph.inlines.map((inline) => ({
      ...inline,
      start: Math.max(0, (shift[inline.start] ?? 0) - lead),
      end: Math.min(trimmed.length, (shift[inline.end] ?? text.length) - lead),
    }))
    bare.push({ ...paragraph, text: trimmed, inlines: inlines.filter(({ start, end }) => start < end) })
  }
  return { paragraphs: bare, opened, closed }
}
