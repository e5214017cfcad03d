/** Bytes of one buffer that a PDF may unpack to. */
const LARGEST = 64 * 1024 * 1024

/** What is known of the buffers that were asked for while a PDF was read. */
export interface Allocations {
  /** Whether one was refused for its size. */
  readonly refused: boolean
  /** Ends the watch. */
  release(): void
}

const watched = new Set<{ refused: boolean }>()
let real: Uint8ArrayConstructor | undefined

/**
 * Bounds the buffers of bytes that are made from now on, in this thread. An encrypted PDF shows only pdf.js how large its
 * parts are, and pdf.js doubles a buffer for as long as there is something to unpack; this is the one place to stop it.
 */
export function boundAllocations(): Allocations {
  const watch = { refused: false }
  if (watched.size === 0) {
    real = globalThis.Uint8Array
    globalThis.Uint8Array = bounded(real)
  }
  watched.add(watch)
  return {
    get refused() {
      return watch.refused
    },
    release() {
      if (!watched.delete(watch) || watched.size > 0 || !real) return
      globalThis.Uint8Array = real
      real = undefined
    },
  }
}

function bounded(constructor: Uint8ArrayConstructor): Uint8ArrayConstructor {
  const proxy: Uint8ArrayConstructor = new Proxy(constructor, {
    construct(target, given: unknown[], asked) {
      const [length] = given
      if (typeof length === 'number' && length > LARGEST) {
        for (const watch of watched) watch.refused = true
        throw new RangeError(`A buffer of ${length} bytes was asked for.`)
      }
      return Reflect.construct(target, given, asked === proxy ? target : asked) as object
    },
  })
  return proxy
}
