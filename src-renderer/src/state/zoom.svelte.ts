const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]
const KEY = 'bluepencil-zoom'

/** How large the whole window is drawn, 1 being as designed. All sizes are in rem, so the root's size is enough. */
export class Zoom {
  factor = $state(1)

  constructor() {
    const kept = Number(localStorage.getItem(KEY))
    if (STEPS.includes(kept)) this.#set(kept)
  }

  in(): void {
    this.#set(STEPS.find((step) => step > this.factor) ?? this.factor)
  }

  out(): void {
    this.#set(STEPS.findLast((step) => step < this.factor) ?? this.factor)
  }

  reset(): void {
    this.#set(1)
  }

  #set(factor: number): void {
    this.factor = factor
    localStorage.setItem(KEY, String(factor))
    document.documentElement.style.fontSize = `${factor * 100}%`
  }
}
