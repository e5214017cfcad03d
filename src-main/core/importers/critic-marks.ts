/** A construct of CriticMarkup, or a call of a footnote, with what is inside of it. */
export type CriticPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'remark' | 'mark' | 'deletion' | 'insertion' | 'substitution'; readonly inside: string }
  | { readonly kind: 'call'; readonly inside: string }

const CLOSERS = {
  '{>>': ['remark', '<<}'],
  '{==': ['mark', '==}'],
  '{--': ['deletion', '--}'],
  '{++': ['insertion', '++}'],
  '{~~': ['substitution', '~~}'],
} as const

/**
 * Markdown with CriticMarkup in pieces, in their order. What a backslash stands before is text. Linear in the length of
 * the source, whatever is left open in it.
 */
export function criticPieces(source: string): CriticPiece[] {
  const pieces: CriticPiece[] = []
  const opening = /\\[^]|\{(?:>>|==|--|\+\+|~~)|\[\^\w{1,32}\]/g
  const unclosed = new Set<string>()
  let from = 0
  const text = (to: number) => {
    if (to > from) pieces.push({ kind: 'text', text: source.slice(from, to) })
  }
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const [sign] = match
    if (sign.startsWith('\\')) continue
    if (sign.startsWith('[')) {
      text(match.index)
      pieces.push({ kind: 'call', inside: sign.slice(2, -1) })
      from = opening.lastIndex
      continue
    }
    const [kind, closer] = CLOSERS[sign as keyof typeof CLOSERS]
    const end = unclosed.has(closer) ? -1 : source.indexOf(closer, opening.lastIndex)
    if (end < 0) {
      unclosed.add(closer)
      continue
    }
    text(match.index)
    pieces.push({ kind, inside: source.slice(opening.lastIndex, end) })
    from = opening.lastIndex = end + closer.length
  }
  text(source.length)
  return pieces
}
