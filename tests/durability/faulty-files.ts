import * as promises from 'node:fs/promises'
import type { FilePort } from '../../src-main/store/file-port'

/**
 * What happens at one call of the file system. `bytes` is what a write still takes before it fails; with the code
 * `short` it takes no more than that and says that all is well.
 */
export type Fault = { code: string; bytes?: number }

export interface FaultyFiles {
  readonly files: FilePort
  /** Calls made so far. */
  readonly steps: () => number
}

/**
 * The real file system, with a say at each call that changes something. `fault` may answer with an error that the call
 * then gives; after a `crash` nothing works any more, as after the end of a process.
 */
export function faultyFiles(fault: (step: number, call: string) => Fault | undefined): FaultyFiles {
  let step = 0
  let dead = false

  function guarded(name: string, call: (...args: unknown[]) => Promise<unknown>) {
    return async (...args: unknown[]): Promise<unknown> => {
      if (dead) throw fail('EIO')
      const found = fault(step++, name)
      if (!found) return call(...args)
      dead = found.code === 'crash'
      if (found.bytes !== undefined) await call(Buffer.from(args[0] as Uint8Array).subarray(0, found.bytes))
      if (found.code === 'short') return undefined
      throw fail(dead ? 'EIO' : found.code)
    }
  }

  const wrapHandle = (handle: promises.FileHandle) =>
    new Proxy(handle, {
      get(target, name) {
        const member = Reflect.get(target, name) as unknown
        if (typeof member !== 'function') return member
        const bound = member.bind(target) as (...args: unknown[]) => Promise<unknown>
        // Closing is done by the system when a process ends.
        return name === 'close' ? bound : guarded(`handle.${String(name)}`, bound)
      },
    })

  const files = new Proxy(promises, {
    get(target, name) {
      const member = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>
      if (name !== 'open') return guarded(String(name), member)
      return guarded('open', async (...args) => wrapHandle((await member(...args)) as promises.FileHandle))
    },
  })
  return { files: files as unknown as FilePort, steps: () => step }
}

const fail = (code: string) => Object.assign(new Error(`${code}: made to fail`), { code })
