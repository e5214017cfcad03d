import * as v from 'valibot'
import { StoredDocument } from '../review/replay'

/** Turns the shape of one version into that of the next. Pure; nothing is lost. */
export type Migration = (payload: unknown) => unknown

/** By the version that they start from. Each comes with a golden file of that version in the tests, kept for ever. */
export const documentMigrations: ReadonlyMap<number, Migration> = new Map()

/**
 * A stored document of any version up to today's, in today's shape.
 *
 * @throws Error when it does not have the shape that its version says
 */
export function migrateDocument(
  payload: unknown,
  version: number,
  migrations: ReadonlyMap<number, Migration> = documentMigrations,
): StoredDocument {
  let shape = payload
  for (let at = version; ; at++) {
    const migration = migrations.get(at)
    if (!migration) break
    shape = migration(shape)
  }
  return v.parse(StoredDocument, shape)
}
