import { countOf } from './count-of'
import type { Carried } from './docx-changed'
import type { FileComment } from './docx-comments'
import type { WordFile } from './docx-parts'
import type { TrackedChange, WordStory } from './docx-story'
import type { ImportedNotes } from './importer'

interface Found {
  readonly file: WordFile
  readonly story: WordStory
  readonly notes: ImportedNotes & { readonly lost: readonly FileComment[]; readonly gone: number }
  readonly carried: Carried | undefined
  readonly ours: (change: TrackedChange) => boolean
}

/** Sentences on what a Word file had that is not in the text, and on what was made of it. */
export function noticesOf({ file, story, notes, carried, ours }: Found): string[] {
  const { counts } = story
  const said = []
  const { inserted, deleted } = countChanges(story, ours)
  if (inserted || deleted)
    said.push(
      `The file has tracked changes (${countOf(inserted, 'insertion')}, ${countOf(deleted, 'deletion')}). ` +
        'The text is as with all of them accepted' +
        (carried ? '.' : '; the earlier reading is kept as the first revision.'),
    )
  if (counts.formatChanges)
    said.push(
      `${countOf(counts.formatChanges, 'tracked change')} of format alone ${was(counts.formatChanges)} left out.`,
    )
  const comments = notes.annotations.filter(({ kind }) => kind === 'comment').length + notes.replies.length
  if (!carried && comments) said.push(`${countOf(comments, 'comment')} came with the file.`)
  const marked = notes.annotations.filter(({ kind }) => kind === 'highlight').length
  if (!carried && marked) said.push(`${countOf(marked, 'highlight')} came with the file.`)
  for (const { author, lines } of notes.lost)
    said.push(
      `A comment by ${author || 'somebody'} has no place in the text: “${lines.join(' ').trim().slice(0, 300)}”.`,
    )
  if (notes.gone)
    said.push(
      `${countOf(notes.gone, 'comment')} of the export ${was(notes.gone)} taken out of the file; here they stay.`,
    )
  if (counts.footnotes)
    said.push(
      `${countOf(counts.footnotes, 'note')} of the file ${counts.footnotes === 1 ? 'stands' : 'stand'} at the end, by number.`,
    )
  if (counts.numbered && !carried)
    said.push(
      `The numbers and bullets of ${countOf(counts.numbered, 'list item')}, which Word draws, are not in the text.`,
    )
  if (counts.formulas)
    said.push(`${countOf(counts.formulas, 'formula')} ${was(counts.formulas)} read as plain characters.`)
  if (counts.symbols)
    said.push(`${countOf(counts.symbols, 'sign')} of a symbol font ${counts.symbols === 1 ? 'is' : 'are'} shown as □.`)
  if (counts.pictures)
    said.push(
      `${countOf(counts.pictures, 'picture or drawing', 'pictures or drawings')} cannot be shown and ${was(counts.pictures)} left out.`,
    )
  if (counts.remotePictures)
    said.push(
      `${countOf(counts.remotePictures, 'picture')} from the internet ${was(counts.remotePictures)} not fetched.`,
    )
  if (counts.objects) said.push(`${countOf(counts.objects, 'embedded object')} ${was(counts.objects)} never opened.`)
  if (counts.foreignParts)
    said.push(
      `${countOf(counts.foreignParts, 'part')} in another format inside the file ${was(counts.foreignParts)} not read.`,
    )
  if (file.hasMacros) said.push('The file has macros; they were not read, and nothing of them was run.')
  return said
}

/** Changes of one person at one time, one after the other, are one. */
function countChanges({ paragraphs }: WordStory, ours: (change: TrackedChange) => boolean) {
  const counts = { inserted: 0, deleted: 0 }
  let last = ''
  for (const { pieces, mark, leftOut } of paragraphs) {
    if (leftOut) continue
    // The mark at the end of a paragraph, itself unchanged, does not part a change.
    for (const change of [...pieces.map((piece) => piece.change), ...(mark ? [mark] : [])]) {
      const key = change && !ours(change) ? `${change.kind} ${change.author} ${change.time}` : ''
      if (change && key && key !== last) counts[change.kind]++
      last = key
    }
  }
  return counts
}

const was = (number: number) => (number === 1 ? 'was' : 'were')
