import { BREAK, DIGIT, SPACE, UPPER, characterKind } from '../../text/characters'

/** What stands on both sides of a mark says whether it can open or close; offsets are UTF-16. */
export interface MarkContext {
  readonly opens: boolean
  readonly closes: boolean
  /** Inches or feet: a digit stands before it. */
  readonly measure: boolean
}

const BEFORE_OPENING = new Set([...'([{<—–-―/:;,=¡¿“„«‘"\'…'].map((mark) => mark.charCodeAt(0)))
const AFTER_CLOSING = new Set([...')]}>—–-―/:;,.!?…”“»’"\'*|%'].map((mark) => mark.charCodeAt(0)))

export function markContext(text: string, at: number): MarkContext {
  const before = at > 0 ? text.charCodeAt(at - 1) : 0x0a
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x0a
  const kindBefore = characterKind(before)
  const kindAfter = characterKind(after)
  const spaceBefore = kindBefore === SPACE || kindBefore === BREAK
  const spaceAfter = kindAfter === SPACE || kindAfter === BREAK
  return {
    opens:
      !spaceAfter && (spaceBefore || (BEFORE_OPENING.has(before) && (kindAfter <= DIGIT || BEFORE_OPENING.has(after)))),
    closes: !spaceBefore && (spaceAfter || AFTER_CLOSING.has(after)),
    measure: kindBefore === DIGIT && kindAfter > UPPER,
  }
}
