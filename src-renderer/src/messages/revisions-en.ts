import type { Message } from './message'

/** English of the texts of a story, one after the other, and of what goes into an exported file. */
export const revisionsEn = {
  'revisions.open': 'Revisions…',
  'revisions.title': 'Revisions of “{title}”',
  'revisions.add': 'Add a later text…',
  'revisions.adding': 'Adding a later text',
  'revisions.only':
    'There is one text so far. When the writer sends a later one, add it here: every annotation is found again on it, or kept as an orphan.',
  'revisions.added': 'Revision {n}: {same} same, {moved} moved, {edited} edited, {orphaned} without a place.',
  'revisions.number': 'Revision {n}',
  'revisions.about': '{time} · {file}',
  'revisions.from': 'Compare',
  'revisions.to': 'with',
  'revisions.removed': 'Removed',
  'revisions.newWords': 'Added',
  'revisions.equal': 'The words are the same.',
  'revisions.orphans': { one: '{n} annotation without a place', other: '{n} annotations without a place' },
  'revisions.orphansWords':
    'They keep all they say. Take the place proposed, or select the words in the text and come back here.',
  'revisions.proposal': 'Perhaps here: “{words}”',
  'revisions.accept': 'Put it there',
  'revisions.selected': 'Put it on “{words}”',
  'revisions.unplaced': 'no place in this revision',
  'desk.change.revise': 'later text',
  'desk.change.merge': 'merge',
  'desk.change.place': 'place',
} as const satisfies Record<string, Message>
