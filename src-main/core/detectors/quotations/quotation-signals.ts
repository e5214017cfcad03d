import type { Signal } from '../../../contract/entities'
import { lowerBound } from '../../text/offsets'
import type { Range, TextModel } from '../../text/model'
import { phraseRange } from '../attribution/noun-phrase'
import type { Tokens } from '../attribution/tokens'
import type { Way } from './candidate'
import { DASH, RESUMED, TRANSCRIPT } from './marks'
import type { ReadQuotation } from './read-quotations'

/** Why a quotation is proposed and why it is given to its speaker, in an editor's words. */
export function quotationSignals(model: TextModel, tokens: Tokens, read: ReadQuotation): Signal[] {
  const { quotation } = read.placed
  const signals: Signal[] = [
    {
      name: 'quotation-marks',
      detail: marksDetail(read),
      weight: read.score,
      start: quotation.start,
      end: quotation.end,
    },
  ]
  if (quotation.interruption)
    signals.push({
      name: 'interrupted-quotation',
      detail: 'It carries on after a passage that is not part of the story.',
      weight: 0.2,
      ...quotation.interruption,
    })
  if (read.han) {
    const words = (range: Range) => model.text.slice(range.start, range.end)
    const detail = `“${words(read.han.cue)}” gives it to “${words(read.han.speaker)}”.`
    return [...signals, { name: 'reporting-words', detail, weight: 0.8, ...read.han.cue }]
  }
  const { candidate, probability } = read.choice
  if (!candidate) {
    signals.push({ name: 'no-speaker', detail: 'Nobody near it is named as saying it.', weight: -0.2 })
    return signals
  }
  const words = (range: Range) => model.text.slice(range.start, range.end)
  const speaker = phraseRange(tokens, candidate.speaker)
  if (candidate.cue) {
    const cue = phraseRange(tokens, candidate.cue)
    const detail = CARRIED.has(candidate.way)
      ? `It goes to “${words(speaker)}”, who is speaking just ${candidate.way === 'follow-up' ? 'after' : 'before'} it.`
      : `“${words(cue)}” gives it to “${words(speaker)}”.`
    signals.push({
      name: CARRIED.has(candidate.way) ? 'carried-over' : 'reporting-words',
      detail,
      weight: probability,
      ...cue,
    })
  } else
    signals.push({
      name: 'subject',
      detail: `“${words(speaker)}” is who its sentence is about.`,
      weight: probability,
      ...speaker,
    })
  const person = read.resolved?.person
  if (person) {
    const name = { start: tokens.start[person.first] as number, end: tokens.end[person.last] as number }
    if (words(speaker) !== person.name && !words(speaker).includes(person.name))
      signals.push({
        name: 'resolved-name',
        detail: `“${words(speaker)}” is ${person.name}, named in paragraph ${paragraphOf(model, name.start)}.`,
        weight: 0.1,
        ...name,
      })
  }
  return signals
}

const CARRIED: ReadonlySet<Way> = new Set<Way>([
  'previous-here',
  'previous-paragraph',
  'lead-in',
  'lead-in-first',
  'follow-up',
])

function marksDetail(read: ReadQuotation): string {
  const { quotation } = read.placed
  if (quotation.family === TRANSCRIPT) return 'A turn in a conversation, after a name and a colon.'
  if (quotation.family === DASH || quotation.family === RESUMED) return 'Dialogue after a dash.'
  if (quotation.open) return 'In quotation marks that are never closed.'
  const { length } = quotation.pieces
  return length > 1 ? `In quotation marks, through ${length} paragraphs.` : 'In quotation marks.'
}

/** Number of the block that holds an offset, counted from 1. */
function paragraphOf(model: TextModel, offset: number): number {
  return lowerBound(model.blocks.length, (index) => (model.blocks[index]?.end ?? 0) > offset) + 1
}
