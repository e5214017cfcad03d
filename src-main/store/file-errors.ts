import { AppError } from '../contract/result'

export function errorCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
}

export const isMissing = (thrown: unknown): boolean => errorCode(thrown) === 'ENOENT'

/** What went wrong in writing a file, as a sentence that says which file and what to do. */
export function writeProblem(thrown: unknown, path: string): AppError {
  if (thrown instanceof AppError) return thrown
  const code = errorCode(thrown)
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError(
        'disk-full',
        `There is no room left on the disk for ${path}. What was there before is untouched; make room and try again.`,
        detail,
      )
    case 'EACCES':
    case 'EPERM':
      return new AppError(
        'not-allowed',
        `This account may not write ${path}. Change the rights of the folder, or choose another one.`,
        detail,
      )
    case 'EROFS':
      return new AppError('read-only', `${path} is on a disk that cannot be written to. Choose another folder.`, detail)
    default:
      return new AppError(
        'write-failed',
        `${path} could not be written${code ? ` (${code})` : ''}. What was there before is untouched; try again.`,
        detail,
      )
  }
}

/** What went wrong in reading a file. */
export function readProblem(thrown: unknown, path: string): AppError {
  if (thrown instanceof AppError) return thrown
  const code = errorCode(thrown)
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  if (code === 'ENOENT') return new AppError('not-found', `There is no file ${path}.`, detail)
  if (code === 'EISDIR') return new AppError('unreadable', `${path} is a folder, not a file.`, detail)
  if (code === 'EACCES' || code === 'EPERM')
    return new AppError('unreadable', `This account may not read ${path}. Change the rights of the file.`, detail)
  return new AppError('unreadable', `${path} could not be read${code ? ` (${code})` : ''}.`, detail)
}
