import { print, progressLine, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'
import { writeOut } from './write-out'

/** `package export`: the whole library as one file. */
export async function exportPackage(options: LibraryOption & { out: string }): Promise<number> {
  const progress = progressLine()
  const made = await withApp({ ...options, readOnly: true }, (call) =>
    call('library.export', {}, { progress: progress.show }),
  )
  progress.clear()
  await writeOut(options.out, made.bytes ?? new Uint8Array())
  await print(`${options.out}\n`)
  return STATUS.done
}
