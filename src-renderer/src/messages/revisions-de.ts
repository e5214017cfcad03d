import type { Message } from './message'
import type { revisionsEn } from './revisions-en'

/** German of the texts of a story, one after the other, and of what goes into an exported file. */
export const revisionsDe: Record<keyof typeof revisionsEn, Message> = {
  'revisions.open': 'Fassungen…',
  'revisions.title': 'Fassungen von „{title}“',
  'revisions.add': 'Spätere Fassung hinzufügen…',
  'revisions.adding': 'Eine spätere Fassung kommt hinzu',
  'revisions.only':
    'Bisher gibt es einen Text. Kommt vom Autor ein späterer, fügen Sie ihn hier hinzu: Jede Anmerkung wird darin wiedergefunden oder ohne Stelle aufgehoben.',
  'revisions.added': 'Fassung {n}: {same} gleich, {moved} verschoben, {edited} geändert, {orphaned} ohne Stelle.',
  'revisions.number': 'Fassung {n}',
  'revisions.about': '{time} · {file}',
  'revisions.from': 'Vergleichen',
  'revisions.to': 'mit',
  'revisions.removed': 'Entfernt',
  'revisions.newWords': 'Hinzugekommen',
  'revisions.equal': 'Der Wortlaut ist gleich.',
  'revisions.orphans': { one: '{n} Anmerkung ohne Stelle', other: '{n} Anmerkungen ohne Stelle' },
  'revisions.orphansWords':
    'Sie behalten alles, was sie sagen. Nehmen Sie die vorgeschlagene Stelle, oder wählen Sie die Wörter im Text aus und kommen Sie wieder hierher.',
  'revisions.proposal': 'Vielleicht hier: „{words}“',
  'revisions.accept': 'Dorthin setzen',
  'revisions.selected': 'Auf „{words}“ setzen',
  'revisions.unplaced': 'keine Stelle in dieser Fassung',
  'desk.change.revise': 'spätere Fassung',
  'desk.change.merge': 'Zusammenführung',
  'desk.change.place': 'Stelle',
}
