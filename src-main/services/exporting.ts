import type { Exported } from '../contract/api'
import type { Ports } from './ports'

export interface MadeFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly losses?: readonly string[]
}

/** Hands a made file to the person: through the shell's dialog where it has one, else as bytes. */
export async function handOver({ shell }: Ports, file: MadeFile): Promise<Exported> {
  const { fileName, mediaType, bytes } = file
  const losses = [...(file.losses ?? [])]
  if (!shell.saveFile) return { fileName, mediaType, bytes, losses }
  const savedTo = await shell.saveFile(fileName, mediaType, bytes)
  return savedTo === undefined
    ? { fileName, mediaType, cancelled: true, losses }
    : { fileName, mediaType, savedTo, losses }
}
