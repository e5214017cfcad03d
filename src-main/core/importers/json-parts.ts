/** Looking into JSON of which nobody knows what it is. */
export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of an object; undefined for anything else. Names that objects inherit are no members. */
export const member = (value: unknown, name: string): unknown =>
  isJson(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** What may be given alone or as a list, as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** The first string among values. */
export const firstString = (...values: readonly unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === 'string' && value.trim() !== '')

/** The strings of what may be given alone or as a list. */
export const stringsOf = (value: unknown): string[] =>
  listOf(value).filter((one): one is string => typeof one === 'string')
