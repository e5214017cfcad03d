import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import { AppError } from '../../contract/result'
import { boundAllocations } from './pdf-allocations'
import { guardStreams, tooLarge } from './pdf-guard'
import { refuse } from './refuse'

/** More pages than the longest book has; a file that claims more is damaged or means harm. */
export const MAX_PAGES = 5_000

type Engine = typeof Pdfjs
let loaded: Promise<Engine> | undefined

/** pdf.js, loaded when the first PDF is read: nothing else should wait for two megabytes of code. */
function engine(): Promise<Engine> {
  return (loaded ??= load())
}

async function load(): Promise<Engine> {
  // Pages are read, never drawn: of a canvas no more than a name is needed, and that it is missing is no news.
  const shell = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) shell[name] ??= function Missing() {}
  const { console } = globalThis
  const { warn } = console
  console.warn = () => {}
  // For old browsers pdf.js puts a slower `push` in the place of the language's own, for everything that runs here.
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push')
  try {
    // What would be pdf.js' own worker works in this thread, which is a worker already.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
    if (push) Object.defineProperty(Array.prototype, 'push', push)
  }
}

/** What pdf.js would fetch is not fetched: character maps are here, standard fonts and decoders are not needed. */
class NothingIsFetched {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error('Nothing is fetched.')
    const { characterMap } = await import('./pdf-character-maps')
    return characterMap(filename)
  }
}

/**
 * Opens a PDF to read its text, hands it to `work`, and lets go of it. No script of it runs, no link is followed.
 *
 * @throws AppError `unsupported` (a password is needed), `unreadable` (damaged), `too-large` (pages, unpacked size)
 */
export async function withPdf<T>(
  name: string,
  bytes: Uint8Array,
  work: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  guardStreams(name, bytes)
  const { getDocument, VerbosityLevel } = await engine()
  const task = getDocument({
    // pdf.js keeps what it is given, so it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    BinaryDataFactory: NothingIsFetched,
  })
  const allocations = boundAllocations()
  try {
    const pdf = await task.promise
    if (pdf.numPages > MAX_PAGES)
      throw refuse('too-large', name, `says that it has ${pdf.numPages} pages; the most that is read is ${MAX_PAGES}.`)
    const result = await work(pdf)
    if (allocations.refused) throw tooLarge(name)
    return result
  } catch (thrown) {
    throw allocations.refused ? tooLarge(name) : asProblem(name, thrown)
  } finally {
    allocations.release()
    await task.destroy().catch(() => {})
  }
}

function asProblem(name: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const kind = thrown instanceof Error ? thrown.name : ''
  const detail = thrown instanceof Error ? thrown.stack : String(thrown)
  const { code, message } =
    kind === 'PasswordException'
      ? refuse(
          'unsupported',
          name,
          'is locked with a password. Open it elsewhere, save it without one, and import that.',
        )
      : refuse(
          'unreadable',
          name,
          'is a damaged PDF: it could not be read. Ask for it again, or print it to a new PDF.',
        )
  return new AppError(code, message, detail)
}
