import { countOf } from '../importers/count-of'
import type { TakenNotes } from './take-notes'

export const NOTHING_NEW = 'All that the file says is here already; nothing was added.'

/** What taking others' annotations in did, in sentences for people. */
export function tellNotes(taken: TakenNotes): string[] {
  const { added, replies, changed, edited, orphaned, onTheWhole, elsewhere, removed } = taken
  const people = new Set(added.map(({ author }) => author.name))
  const by = people.size === 1 ? ` by ${[...people][0]}` : people.size > 1 ? ` by ${people.size} people` : ''
  const news = [
    ...(added.length ? [`${countOf(added.length, 'annotation')}${by}`] : []),
    ...(replies ? [countOf(replies, 'reply', 'replies')] : []),
  ].join(' and ')
  const one = added.length + replies === 1
  return [
    ...(news ? [`${news} ${one ? 'was' : 'were'} added.`] : []),
    ...(changed ? [`${countOf(changed, 'annotation')} had a later version in the file, which stands now.`] : []),
    ...(edited ? [`${counted(edited, 'stands', 'stand')} on words that are worded otherwise here.`] : []),
    ...(onTheWhole ? [`${counted(onTheWhole, 'is', 'are')} about the whole story: the headline has them.`] : []),
    ...(orphaned
      ? [`${counted(orphaned, 'has', 'have')} no place in this text; Revisions lists what has none, with all it says.`]
      : []),
    ...(elsewhere
      ? [`${countOf(elsewhere, 'annotation')} about other pages, whose words are not in this text, left out.`]
      : []),
    ...(removed ? [`${counted(removed, 'was', 'were')} removed here before, and left away.`] : []),
    ...(news || changed || elsewhere || removed ? [] : [NOTHING_NEW]),
  ]
}

const counted = (number: number, singular: string, plural: string) =>
  number === 1 ? `1 of them ${singular}` : `${number} of them ${plural}`
