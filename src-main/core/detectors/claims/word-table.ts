/** Numbers by word hash: open addressing in two typed arrays, several times quicker than a Map in the inner loop. */
export interface WordTable {
  readonly keys: Int32Array
  readonly values: Int32Array
  readonly mask: number
}

/** A table of the values of words; the first of two equal hashes counts. */
export function wordTable(hashes: ArrayLike<number>, valueOf: (row: number) => number): WordTable {
  let size = 16
  while (size < hashes.length * 3) size *= 2
  const table = { keys: new Int32Array(size), values: new Int32Array(size).fill(-1), mask: size - 1 }
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row] as number
    let slot = mixed(hash) & table.mask
    while (table.values[slot] !== -1 && table.keys[slot] !== hash) slot = (slot + 1) & table.mask
    if (table.values[slot] !== -1) continue
    table.keys[slot] = hash
    table.values[slot] = valueOf(row)
  }
  return table
}

/** The same from pairs of a hash and its value. */
export function tableOf(entries: readonly (readonly [hash: number, value: number])[]): WordTable {
  return wordTable(
    entries.map(([hash]) => hash),
    (row) => (entries[row] as readonly [number, number])[1],
  )
}

/** The value of a word, -1 where the table does not have it. */
export function look(table: WordTable, hash: number): number {
  let slot = mixed(hash) & table.mask
  for (;;) {
    const value = table.values[slot] as number
    if (value === -1 || table.keys[slot] === hash) return value
    slot = (slot + 1) & table.mask
  }
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}
