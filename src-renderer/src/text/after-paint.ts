/**
 * Calls back once what was just changed has been painted: for work that the eye does not wait for. A window in the
 * background paints nothing; there it is called after a moment all the same.
 *
 * @returns how to call it off
 */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = setTimeout(done, 200)
  const frame = requestAnimationFrame(() => (timer = setTimeout(done)))
  function stop(): void {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    clearTimeout(late)
  }
  function done(): void {
    stop()
    run()
  }
  return stop
}
