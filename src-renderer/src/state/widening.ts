import type { Range } from '@core/text/model'

/** The ways a selection was made wider, so that they can be gone back. */
export class Widening {
  #steps: { readonly from: Range; readonly to: Range }[] = []

  /** Remembers a step from one selection to a wider one. */
  add(from: Range, to: Range): void {
    // Steps that did not lead to where the selection is now are of another selection.
    const held = this.#steps.findIndex((step) => same(step.to, from))
    this.#steps = [...this.#steps.slice(0, held + 1), { from, to }]
  }

  /** What the selection was before it was made this wide; undefined where it was not made wider. */
  back(from: Range): Range | undefined {
    const last = this.#steps.at(-1)
    if (!last || !same(last.to, from)) return undefined
    this.#steps.pop()
    return last.from
  }
}

const same = (one: Range, other: Range) => one.start === other.start && one.end === other.end
