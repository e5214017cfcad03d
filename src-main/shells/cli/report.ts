import { print, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'
import { writeOut } from './write-out'

/** `report`: what somebody who helps needs to know, to read and to send oneself. */
export async function report(options: LibraryOption & { out?: string }): Promise<number> {
  const { text } = await withApp({ ...options, readOnly: true }, (call) => call('app.report', {}))
  if (options.out === undefined) await print(text)
  else {
    await writeOut(options.out, new TextEncoder().encode(text))
    await print(`${options.out}\n`)
  }
  return STATUS.done
}
