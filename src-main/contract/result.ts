import * as v from 'valibot'

/** Closed list: whoever shows an error may choose an icon or a way out by its code. */
export const ERROR_CODES = [
  'bad-request',
  'not-found',
  'unreadable',
  'unsupported',
  'empty',
  'too-large',
  'no-article',
  'duplicate',
  'read-only',
  'locked',
  'damaged',
  'newer-version',
  'disk-full',
  'write-failed',
  'cancelled',
  'timeout',
  'not-allowed',
  'fault',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** `message` is a sentence for people: what happened, to which file, what to do. `detail` is for a log. */
export const Problem = v.object({ code: v.picklist(ERROR_CODES), message: v.string(), detail: v.optional(v.string()) })
export type Problem = v.InferOutput<typeof Problem>

/** Crosses every boundary in place of an exception, because Error objects do not survive IPC and HTTP alike. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Problem }

/** The exception used inside; the dispatcher turns it into a Result. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail?: string,
  ) {
    super(message)
    this.name = 'AppError'
  }
}

/** Any thrown thing as a Problem. What we did not foresee is a fault, and says so. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof AppError) return { code: thrown.code, message: thrown.message, detail: thrown.detail }
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  return {
    code: 'fault',
    message: 'Something went wrong inside Blue Pencil. Your work is safe; please try again.',
    detail,
  }
}
