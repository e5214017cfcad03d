/** Where the rows of a long list stand: all are `row` high, but for the open one, which is higher by `extra`. */
export interface CardMetrics {
  readonly count: number
  /** CSS pixels, the gap below included. */
  readonly row: number
  /** Index of the open row, or -1. */
  readonly open: number
  readonly extra: number
}

export function cardTop({ row, open, extra }: CardMetrics, index: number): number {
  return index * row + (open >= 0 && index > open ? extra : 0)
}

/** The rows that a window of the list needs, with some to spare on both sides; `to` is exclusive. */
export function cardWindow(metrics: CardMetrics, top: number, height: number, spare = 6): { from: number; to: number } {
  const { count, row, open, extra } = metrics
  const indexAt = (y: number) => {
    if (open < 0 || y < (open + 1) * row) return Math.floor(y / row)
    return y < (open + 1) * row + extra ? open : Math.floor((y - extra) / row)
  }
  return {
    from: Math.max(0, Math.min(count, indexAt(top) - spare)),
    to: Math.max(0, Math.min(count, indexAt(top + height) + 1 + spare)),
  }
}
