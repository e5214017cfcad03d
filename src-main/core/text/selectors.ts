import type { Anchor } from '../../contract/entities'

/** Characters of context kept on each side of a quote: enough to tell repeated words apart, short enough to read. */
const CONTEXT = 32

/**
 * The W3C position and quote selectors of a range.
 *
 * @param start @param end UTF-16 offsets; pulled apart so that no surrogate pair is cut
 * @throws RangeError when the range is empty or outside the text
 */
export function anchorAt(text: string, start: number, end: number): Anchor {
  if (!(start >= 0 && end <= text.length && start < end)) throw new RangeError(`No text at ${start} to ${end}.`)
  const from = wholeBefore(text, start)
  const to = wholeAfter(text, end)
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(wholeAfter(text, Math.max(0, from - CONTEXT)), from),
    suffix: text.slice(to, wholeBefore(text, Math.min(text.length, to + CONTEXT))),
  }
}

function splitsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1)
  const next = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff
}

const wholeBefore = (text: string, at: number) => (splitsPair(text, at) ? at - 1 : at)
const wholeAfter = (text: string, at: number) => (splitsPair(text, at) ? at + 1 : at)
