/** Numbers by word hash: open addressing in two typed arrays, several times quicker than a Map in the inner loop. */
export interface WordTable {
  readonly keys: Int32Array
  readonly values: Int32Array
  readonly mask: number
}

/** @param entries hash and value of each word; the first of two equal hashes counts */
export function wordTable(entries: readonly (readonly [hash: number, value: number])[]): WordTable {
  let size = 16
  while (size < entries.length * 3) size *= 2
  const table = { keys: new Int32Array(size), values: new Int32Array(size).fill(-1), mask: size - 1 }
  for (const [hash, value] of entries) {
    let slot = mixed(hash) & table.mask
    while (table.values[slot] !== -1 && table.keys[slot] !== hash) slot = (slot + 1) & table.mask
    if (table.values[slot] !== -1) continue
    table.keys[slot] = hash
    table.values[slot] = value
  }
  return table
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
