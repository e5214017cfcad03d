import * as promises from 'node:fs/promises'

/** The file system as the store uses it: a port, so that tests can make any single step of it fail. */
export type FilePort = Pick<
  typeof promises,
  'copyFile' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'rm' | 'stat' | 'truncate' | 'unlink' | 'utimes'
>

export const realFiles: FilePort = promises
