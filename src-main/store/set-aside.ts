import { basename, join } from 'node:path'
import { syncFolder } from './durable-file'
import type { FilePort } from './file-port'

/**
 * Moves a file that cannot be read into the library's folder `corrupt`, so that nothing is ever written over it.
 *
 * @returns where it is now, relative to the library
 */
export async function setAside(files: FilePort, library: string, path: string, now: string): Promise<string> {
  const name = `${basename(path)}.${now.replaceAll(':', '-')}`
  await files.mkdir(join(library, 'corrupt'), { recursive: true })
  const target = join(library, 'corrupt', name)
  await files.rename(path, target)
  await syncFolder(files, join(library, 'corrupt'))
  return join('corrupt', name)
}

/** Copies a file there, where what it holds is still needed in its place. */
export async function copyAside(files: FilePort, library: string, path: string, now: string): Promise<string> {
  const name = `${basename(path)}.${now.replaceAll(':', '-')}`
  await files.mkdir(join(library, 'corrupt'), { recursive: true })
  await files.copyFile(path, join(library, 'corrupt', name))
  await syncFolder(files, join(library, 'corrupt'))
  return join('corrupt', name)
}
