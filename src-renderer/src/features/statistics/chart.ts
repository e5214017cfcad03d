export interface Chart {
  readonly bars: readonly { x: number; y: number; width: number; height: number }[]
  /** Lines across, from 0 up, at whole and round values. */
  readonly lines: readonly { value: number; y: number }[]
}

/** Gap beside a bar as a share of the room that it has. */
const GAP = 0.3
const WIDEST = 48

/** Bars for counts in a box of this size, y downwards. */
export function chartOf(values: readonly number[], { width, height }: { width: number; height: number }): Chart {
  const step = stepFor(Math.max(1, ...values))
  const top = Math.ceil(Math.max(1, ...values) / step) * step
  const room = width / Math.max(1, values.length)
  const wide = Math.min(WIDEST, room * (1 - GAP))
  return {
    bars: values.map((value, at) => {
      const tall = (height * value) / top
      return { x: room * at + (room - wide) / 2, y: height - tall, width: wide, height: tall }
    }),
    lines: Array.from({ length: Math.round(top / step) + 1 }, (_, at) => ({
      value: at * step,
      y: height - (height * at * step) / top,
    })),
  }
}

/** 1, 2 or 5 times a power of ten, such that three to five lines reach the largest value. */
function stepFor(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest / 4))
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => largest / one <= 4.5) ?? power
  return Math.max(1, Math.round(step))
}
