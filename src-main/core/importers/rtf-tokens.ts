/** A control word with its number, a control symbol, bytes of text, or the edge of a group. */
export type RtfToken =
  | { readonly kind: 'open' | 'close'; readonly at: number }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined; readonly at: number }
  | { readonly kind: 'symbol'; readonly name: string; readonly at: number }
  | { readonly kind: 'byte'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number }

const WORD = /\\([A-Za-z]{1,40})(-?\d{1,12})? ?/y
const TEXT = /[^\\{}\r\n]+/y

/**
 * The parts of a rich text file, one after the other (Rich Text Format Specification 1.9.1, "RTF Syntax").
 *
 * @param source the file's bytes as the characters U+0000 to U+00FF
 * @param from where to begin; `at` of a token is where it ends
 */
export function* rtfTokens(source: string, from = 0, to = source.length): Generator<RtfToken, void> {
  let at = from
  while (at < to) {
    const sign = source[at] as string
    if (sign === '{' || sign === '}') {
      at++
      yield { kind: sign === '{' ? 'open' : 'close', at }
    } else if (sign === '\r' || sign === '\n') at++
    else if (sign !== '\\') {
      TEXT.lastIndex = at
      const text = TEXT.exec(source)?.[0].slice(0, to - at) ?? ''
      at += text.length
      yield { kind: 'text', text, at }
    } else {
      WORD.lastIndex = at
      const word = WORD.exec(source)
      if (word) {
        at += word[0].length
        const value = word[2] === undefined ? undefined : Number(word[2])
        // Raw bytes follow, with braces in them that are none.
        if (word[1] === 'bin') at += Math.max(0, Math.min(value ?? 0, to - at))
        yield { kind: 'word', name: word[1] as string, value, at }
      } else if (source[at + 1] === "'") {
        const value = Number.parseInt(source.slice(at + 2, at + 4), 16)
        at += 4
        if (!Number.isNaN(value)) yield { kind: 'byte', value, at }
      } else {
        const name = source[at + 1] ?? ''
        at += 2
        yield { kind: 'symbol', name, at }
      }
    }
  }
}

/** Where the group ends that the given place is in. */
export function endOfGroup(source: string, from: number): number {
  let depth = 1
  for (const token of rtfTokens(source, from)) {
    if (token.kind === 'open') depth++
    else if (token.kind === 'close' && --depth === 0) return token.at - 1
  }
  return source.length
}
