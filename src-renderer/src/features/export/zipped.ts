import { zipSync, type Zippable } from 'fflate'
import type { Exported } from '@contract/api'

export interface MadeFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Several exported files as one archive. Equal names get a number, so that none takes another’s place. */
export function zipped(files: readonly Exported[], name: string): MadeFile {
  const entries: Zippable = {}
  for (const { fileName, bytes } of files) if (bytes) entries[freeName(entries, fileName)] = bytes
  return {
    fileName: `${name}.zip`,
    mediaType: 'application/zip',
    bytes: zipSync(entries, { level: 6 }),
  }
}

function freeName(taken: Zippable, fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, '']
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? fileName : `${stem} (${count})${extension}`
    if (!Object.hasOwn(taken, candidate)) return candidate
  }
}
