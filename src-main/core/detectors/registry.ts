import type { Detection, Suggestion } from '../../contract/entities'
import { suggestionKey } from './key'
import type { Detector, DetectorInput, Findings } from './detector'
import { attribution } from './attribution/attribution'
import { claims } from './claims/claims'
import { consistency } from './consistency/consistency'
import { insertionDetector } from './insertions/detector'
import { quotations } from './quotations/quotations'

/** In the order they run: later ones build on what earlier ones found. */
export const detectors: readonly Detector[] = [insertionDetector, quotations, attribution, claims, consistency]

/** Changes whenever a detector's answers may: stored results of another version are made again. */
export const detectionVersion = detectors.map((d) => `${d.name}${d.version}`).join('.') || 'none'

/** Runs every detector on a document; suggestions come in the order of the text. */
export function detect(
  input: DetectorInput,
  progress: (done: number, total: number, label: string) => void = () => {},
): Detection {
  const findings: Findings = { insertions: [], quotations: [], sentences: [] }
  const suggestions: Suggestion[] = []
  detectors.forEach((detector, index) => {
    progress(index, detectors.length, detector.name)
    for (const proposal of detector.detect(input, findings))
      // Onto the proposal itself: copying thousands of them is felt.
      suggestions.push(
        Object.assign(proposal, { key: suggestionKey(input.model.text, proposal), detector: detector.name }),
      )
  })
  progress(detectors.length, detectors.length, 'done')
  suggestions.sort((a, b) => a.start - b.start || b.end - a.end)
  return { version: detectionVersion, suggestions: apart(suggestions), sentences: [...findings.sentences] }
}

/** The same said of the same words in several places is decided on place by place: the second has "-2" to its key. */
function apart(suggestions: readonly Suggestion[]): Suggestion[] {
  const seen = new Map<string, number>()
  return suggestions.map((suggestion) => {
    const count = (seen.get(suggestion.key) ?? 0) + 1
    seen.set(suggestion.key, count)
    return count === 1 ? suggestion : { ...suggestion, key: `${suggestion.key}-${count}` }
  })
}
