/** Where passages stand in a text, word for word. */
export interface Passages {
  /** Offsets of a passage that lies between two offsets, in order, at most so many. */
  find(passage: string, from: number, to: number, most: number): number[]
}

/** Characters from the beginning of a word that it is listed under. */
const KEY = 8
/** Words of a passage that are looked up; the one that is listed least often is gone after. */
const TRIED = 12
/** Passages times characters from which on a list of all words is quicker than looking through the text. */
const WORTH_LISTING = 200_000_000
/** Characters that are looked through for passages that no list helps with. Past it, nothing is found. */
const MOST_READ = 4_000_000_000

/** @param count how many passages will be asked for */
export function passagesIn(text: string, count: number): Passages {
  const listed = count * text.length > WORTH_LISTING ? listWords(text) : undefined
  let read = 0

  function readThrough(passage: string, from: number, to: number, most: number): number[] {
    const found: number[] = []
    for (let at = from; found.length < most && read < MOST_READ;) {
      const next = text.indexOf(passage, at)
      read += (next < 0 ? text.length : next) - at + 1
      if (next < 0 || next + passage.length > to) break
      found.push(next)
      at = next + 1
    }
    return found
  }

  return {
    find(passage, from, to, most) {
      const rarest = listed && rarestWord(passage, listed)
      if (!rarest) return readThrough(passage, from, to, most)
      const found: number[] = []
      for (const place of rarest.places) {
        const at = place - rarest.offset
        if (at < from || at + passage.length > to || !text.startsWith(passage, at)) continue
        found.push(at)
        if (found.length >= most) break
      }
      return found
    },
  }
}

function listWords(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at + KEY <= text.length; at++) {
    if (!beginsWord(text, at)) continue
    const key = text.slice(at, at + KEY)
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  return places
}

/** The word of a passage that stands in the text least often; nothing where none is sure to begin in it. */
function rarestWord(passage: string, listed: ReadonlyMap<string, number[]>) {
  let best: { offset: number; places: readonly number[] } | undefined
  let tried = 0
  // Whether the first letter begins a word is not known from the passage alone.
  for (let at = 1; at + KEY <= passage.length && tried < TRIED; at++) {
    if (!beginsWord(passage, at)) continue
    tried++
    const places = listed.get(passage.slice(at, at + KEY)) ?? []
    if (!best || places.length < best.places.length) best = { offset: at, places }
    if (places.length === 0) break
  }
  return best
}

const beginsWord = (text: string, at: number) => isWord(text.charCodeAt(at)) && !isWord(text.charCodeAt(at - 1))
const isWord = (unit: number) =>
  (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || unit >= 0xc0
