import { readLicences } from '../../store/licences'
import { print, STATUS } from './terminal'

/** `licences`: the licences of what ships with the program. */
export async function licences(): Promise<number> {
  await print((await readLicences(new URL('.', import.meta.url))) || 'The licences are collected by a build.\n')
  return STATUS.done
}
