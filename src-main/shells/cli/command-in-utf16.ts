import type { Detection, Suggestion } from '../../contract/entities'
import { AppError } from '../../contract/result'
import type { OffsetMap } from '../../core/text/offsets'

type Loose = Record<string, unknown>

/**
 * A command as it comes from outside, with offsets in code points, as the services take it. `accept` and `dismiss` may
 * name a suggestion by its key. What is wrong with a command is for the services to say; here, only places are counted.
 */
export function commandInUtf16(command: Loose, map: OffsetMap, detection: Detection): Loose {
  if (Array.isArray(command['commands']))
    return { ...command, commands: command['commands'].map((one: unknown) => placeOne(one, map, detection)) }
  const placed = place(command, map)
  if (isLoose(command['suggestion'])) placed['suggestion'] = placeSuggestion(command['suggestion'], map)
  else if (typeof command['key'] === 'string') placed['suggestion'] = suggestionWith(command['key'], detection)
  return placed
}

/** A member of a batch; what is no command at all is left for the services to refuse. */
function placeOne(one: unknown, map: OffsetMap, detection: Detection): unknown {
  return isLoose(one) ? commandInUtf16(one, map, detection) : one
}

function placeSuggestion(suggestion: Loose, map: OffsetMap): Loose {
  const placed = place(suggestion, map)
  for (const part of ['speaker', 'cue'])
    if (isLoose(suggestion[part])) placed[part] = place(suggestion[part] as Loose, map)
  if (Array.isArray(suggestion['signals']))
    placed['signals'] = suggestion['signals'].map((signal: unknown) => (isLoose(signal) ? place(signal, map) : signal))
  return placed
}

function place(range: Loose, { toUtf16, toCodePoints }: OffsetMap): Loose {
  const placed = { ...range }
  const length = toCodePoints(Infinity)
  for (const side of ['start', 'end']) {
    const value = range[side]
    if (!isCount(value)) continue
    if (value > length)
      throw new AppError('bad-request', `There is no character ${value}: the text has ${length} (code points).`)
    placed[side] = toUtf16(value)
  }
  const { start, end } = range
  if (isCount(start) && isCount(end) && start >= end)
    throw new AppError(
      'bad-request',
      `There is no text from ${start} to ${end}: “end” has to be after “start”; the text has ${length} (code points).`,
    )
  return placed
}

function suggestionWith(key: string, detection: Detection): Suggestion {
  const found = detection.suggestions.find((suggestion) => suggestion.key === key)
  if (!found) throw new AppError('not-found', `There is no suggestion with the key ${key.slice(0, 80)}.`)
  return found
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
