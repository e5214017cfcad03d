import { t } from '../../messages'
import type { DeskState } from '../../state/desk.svelte'
import { excerpt, sentenceAt, wordAt } from '../../text/caret'

/** Milliseconds without a key before the place of the caret is said: a held key is not talked through. */
const REST_MS = 220
/** Characters of a selection that are read out; of a longer one its beginning and its end. */
const READ = 160

export type Passed = 'character' | 'word' | 'line' | 'block'

/** Says what the caret has come to, in the size of the step, or what is selected now. */
export function sayCaret(desk: DeskState, passed: Passed): void {
  desk.app.announcer.sayAtRest(() => {
    const { head, range } = desk.selection
    if (range) return selected(desk)
    return head === undefined ? undefined : wordsAt(desk, head, passed)
  }, REST_MS)
}

/** Says what is selected. */
export function saySelection(desk: DeskState): void {
  desk.app.announcer.sayAtRest(() => selected(desk), REST_MS)
}

function selected(desk: DeskState): string | undefined {
  const { range } = desk.selection
  if (!range) return undefined
  const { text } = desk
  const size = range.end - range.start
  return size <= READ
    ? t('reader.selected', { words: excerpt(text, range, READ) })
    : t('reader.selectedLong', {
        n: size,
        first: excerpt(text, { start: range.start, end: range.start + 60 }, 60),
        last: excerpt(text, { start: range.end - 60, end: range.end }, 60),
      })
}

function wordsAt(desk: DeskState, head: number, passed: Passed): string {
  const story = desk.document.document
  if (!story) return ''
  const { text } = story
  if (passed === 'character') {
    const character = String.fromCodePoint(text.codePointAt(head) ?? 10)
    return /\s/.test(character) ? t(character === '\n' ? 'reader.endOfParagraph' : 'reader.space') : character
  }
  const range = passed === 'word' ? wordAt(story, head) : sentenceAt(desk.sentences, head)
  return range ? excerpt(text, range, READ) : ''
}
