export interface Note {
  readonly id: string
  /** Where its line is, in CSS pixels from the top of the column. */
  readonly wanted: number
  readonly height: number
}

/**
 * Places notes beside their lines without overlap, in order: each as near to its line as those before it allow. The
 * one in focus stands exactly at its line; those above it make room upwards.
 *
 * @param notes by `wanted`
 * @returns the top of each, by id
 */
export function stackNotes(notes: readonly Note[], focus?: string, gap = 6): Map<string, number> {
  const tops: number[] = []
  const fixed = focus === undefined ? -1 : notes.findIndex((note) => note.id === focus)
  let free = -Infinity
  notes.forEach((note, index) => {
    const top = index === fixed ? note.wanted : Math.max(note.wanted, free)
    tops[index] = top
    free = top + note.height + gap
  })
  for (let index = fixed - 1, ceiling = tops[fixed] ?? 0; index >= 0; index--) {
    const note = notes[index] as Note
    const top = Math.min(tops[index] as number, ceiling - gap - note.height)
    if (top === tops[index]) break
    tops[index] = ceiling = top
  }
  return new Map(notes.map((note, index) => [note.id, tops[index] as number]))
}
