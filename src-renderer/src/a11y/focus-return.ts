/**
 * Remembers what has focus now and gives a function that puts focus back there, or on `fallback` where it is gone.
 */
export function rememberFocus(fallback?: () => HTMLElement | null | undefined): () => void {
  const before = document.activeElement
  return () => {
    const target =
      before instanceof HTMLElement && before.isConnected && before !== document.body ? before : fallback?.()
    target?.focus({ preventScroll: true })
  }
}
