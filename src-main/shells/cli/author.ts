import { createHash } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Author } from '../../contract/entities'
import { findPlaces } from '../../store/places'
import { openSettings } from '../../store/settings'

/** Who signs: the name given, else the author of the settings, else the user of this computer. */
export async function findAuthor(given: string | undefined): Promise<Author> {
  const known = (await openSettings(findPlaces({}).settings)).get().author
  const name = given?.trim()
  if (known && (!name || name === known.name)) return known
  return authorNamed(name || userName())
}

/** The same name is the same author each time: the id is made from it. */
export function authorNamed(name: string): Author {
  const id = createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 16)
  const initials = name
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .join('')
    .slice(0, 4)
    .toUpperCase()
  return { id: `name-${id}`, name: name.slice(0, 2_000), initials }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'Unknown'
  }
}
