import { displayKeys, type Platform } from '../a11y/keys'
import { t } from '../messages'
import { commandLabel, type Commands } from './commands.svelte'

/** The commands that sentences speak of, by the name they have there. */
const SPOKEN_OF = {
  highlight: 'annotate.highlight',
  claim: 'annotate.claim',
  flag: 'annotate.flag',
  comment: 'annotate.comment',
  source: 'annotate.source',
  sentence: 'annotate.sentence',
  next: 'go.nextAnnotation',
  previous: 'go.previousAnnotation',
  run: 'review.run',
  accept: 'review.accept',
  dismiss: 'review.dismiss',
  nextItem: 'review.next',
  previousItem: 'review.previous',
  undo: 'review.undo',
  keys: 'help.keys',
  help: 'help.open',
} as const

export type KeyNames = Record<keyof typeof SPOKEN_OF, string>

/** Keys as sentences say them; a command that has none now is called by its name, as the palette and buttons have it. */
export function keyNames(commands: Commands, platform: Platform): KeyNames {
  const nameOf = (id: string): string => {
    const keys = commands.shownKey(id)
    if (keys !== undefined) return displayKeys(keys, platform)
    const command = commands.get(id)
    return command ? t('keys.byName', { what: commandLabel(command) }) : id
  }
  return Object.fromEntries(Object.entries(SPOKEN_OF).map(([name, id]) => [name, nameOf(id)])) as KeyNames
}
