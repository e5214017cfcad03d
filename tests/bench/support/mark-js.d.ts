declare module 'mark.js/dist/mark.es6.js' {
  export default class Mark {
    constructor(root: HTMLElement)
    markRanges(ranges: readonly { start: number; length: number }[], options: { element: string }): void
  }
}
