import type { Detector } from '../detector'
import { readWords, roomForWords } from '../claims/words'
import { storySentences } from '../claims/judge-sentences'
import { disagreeingAges } from './ages'
import { changingTitles } from './changing-titles'
import { disagreeingCounts } from './disagreeing-counts'
import { flagOf } from './disagreement'
import { addFigures, hasDecimalComma, type Figure } from './figures'
import { headlineFlags } from './headline'
import { wrongMultiples } from './multiples'
import { nameSpellings } from './name-spellings'
import { wrongPercentages } from './percentages'
import { unequalParts } from './parts-of-whole'
import { addNames, type PersonName } from './person-names'
import { sharesAndSpans } from './shares-and-spans'
import { unbalancedVotes } from './votes'
import { wrongWeekdays } from './weekdays'

/** More of one kind than this say that the text is a list or a table, and that nobody reads them. */
const MOST_OF_A_KIND = 5

const words = roomForWords()

/** Numbers, dates, names and titles of one document that cannot both be right. Each flag names both places. */
export const consistency: Detector = {
  name: 'consistency',
  version: 2,
  detect({ model }, findings) {
    const sentences = storySentences(model, findings)
    const figures: Figure[] = []
    const names: PersonName[] = []
    const decimalComma = hasDecimalComma(model.language)
    sentences.forEach(({ start, end }, index) => {
      readWords(model.text, start, end, words)
      addFigures(model.text, words, index, decimalComma, figures)
      addNames(model.text, words, index, names)
    })
    const found = [
      unbalancedVotes(model, sentences, figures),
      wrongMultiples(model, sentences, figures),
      wrongPercentages(model, sentences, figures),
      unequalParts(model, sentences, figures),
      sharesAndSpans(model, sentences, figures),
      disagreeingCounts(model, sentences, figures),
      wrongWeekdays(model, sentences),
      disagreeingAges(model, sentences, names),
      nameSpellings(model, names),
      changingTitles(model, names),
    ].flatMap((kind) => kind.slice(0, MOST_OF_A_KIND).map((one) => flagOf(model, one)))
    return [...headlineFlags(model, sentences, figures), ...found]
  },
}
