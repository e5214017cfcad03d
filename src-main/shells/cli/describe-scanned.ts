import type { Block, Suggestion } from '../../contract/entities'
import { lowerBound } from '../../core/text/offsets'
import type { ScannedDocument } from './read-document'
import { oneLine } from './terminal'

/** Characters of a quotation that are shown at its start and its end. */
const SHOWN = 90

/** A scanned file for people: each suggestion with its place, score, words and reasons. */
export function describeScanned(file: string, { imported, detection }: ScannedDocument): string {
  const { title, text, blocks, language } = imported
  const count = detection.suggestions.length
  const head = `${oneLine(file)}: ${oneLine(title)} (${language}), ${count === 1 ? '1 suggestion' : `${count} suggestions`}\n`
  return head + detection.suggestions.map((suggestion) => describe(text, blocks, suggestion)).join('')
}

function describe(text: string, blocks: readonly Block[], suggestion: Suggestion): string {
  const { start, end, score, signals, kind, reason, claimType, attribution, speaker } = suggestion
  const block = lowerBound(blocks.length, (i) => (blocks[i] as Block).end > start) + 1
  const what = [
    kind === 'flag' ? (reason ?? 'flag') : `claim: ${claimType ?? 'fact'}`,
    speaker && `said by ${oneLine(speaker.text)}`,
    !speaker && attribution && attribution !== 'named' ? `attribution ${attribution}` : undefined,
  ]
  const why = signals.map((signal) => `        - ${oneLine(signal.detail)}\n`).join('')
  return `  ¶${block}  ${score.toFixed(2)}  ${what.filter(Boolean).join(', ').replaceAll('-', ' ')}\n        │ ${shorten(text.slice(start, end))}\n${why}`
}

function shorten(words: string): string {
  const characters = [...oneLine(words)]
  if (characters.length <= SHOWN * 2) return characters.join('')
  return `${characters.slice(0, SHOWN).join('').trimEnd()} … ${characters.slice(-SHOWN).join('').trimStart()}`
}
