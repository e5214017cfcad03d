import type { TextSpan } from '../../contract/entities'
import type { Range } from './model'

/** A range with its words. */
export function span(text: string, range: Range): TextSpan {
  return { text: text.slice(range.start, range.end), start: range.start, end: range.end }
}
