import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detect } from '../../src-main/core/detectors/registry'
import { HOUSE_RULES } from '../../src-main/core/detectors/rules'
import { textModel } from '../../src-main/core/text/model'
import { ruleWords, signalWords } from '../../src-renderer/src/messages/detector-words'
import { signalsDe } from '../../src-renderer/src/messages/signals-de'

describe('the reasons of suggestions in German', () => {
  it('have every word and figure of the English, and are told apart', () => {
    const numbers = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).toSorted()
    for (const [english, german] of signalsDe) {
      expect(numbers(german), english).toEqual(numbers(english))
      const filled = english.replaceAll(/\{(\d)\}/g, 'Wort$1')
      const expected = german.replaceAll(/\{(\d)\}/g, 'Wort$1')
      expect(signalWords(filled, 'de-DE'), english).toBe(expected)
      expect(signalWords(filled, 'en')).toBe(filled)
    }
  })

  it('count in German, too', () => {
    expect(signalWords('Four headlines in a row', 'de')).toBe('Vier Überschriften hintereinander')
  })

  it('cover what the detectors say of stories full of trouble', () => {
    const details = STORIES.flatMap((story) =>
      detect({ model: textModel(story, { language: 'en' }) }).suggestions.flatMap(({ signals }) => signals),
    ).map((s) => s.detail)
    expect(new Set(details).size).toBeGreaterThan(40)
    expect(details.filter((detail) => signalWords(detail, 'de') === detail)).toEqual([])
  })

  it('and every rule is in German, with nothing left out', () => {
    for (const rule of HOUSE_RULES) {
      const german = ruleWords(rule, 'de-AT')
      expect([german.title, german.text], rule.id).not.toContain(rule.title)
      expect(Boolean(german.left), rule.id).toBe(Boolean(rule.left))
      expect(german.text).not.toBe(rule.text)
    }
  })
})

const sample = readFileSync(new URL('../../resources/sample-story.txt', import.meta.url), 'utf8')
const STORIES = [
  sample,
  `Council says 900 trees felled

By Leni Ostrow

The council felled 120 trees on Monday, Friday 3 March 2026, officials said. Critics say the figure is wrong. A source said nobody counted.

It is believed that the mayor, Hild Sandemo, aged 54, lied to the committee. She was born in 1950. It was the largest felling in the country since 1990, which caused a flood.

Prices rose from 40 to 60 euros, a rise of 20 percent. The vote went 11 to 8, and all 21 members voted.

Of the 100 trees 60 were oaks, 30 were limes and 20 were elms. Perhaps the trees were ill. Clearly this is a disgrace.

“We will see,” said

Read more: ten gardens to see before the frost

Subscribe to our newsletter

“Nobody asked us. Nobody told us. Nobody will. And so it goes,” she said. “No,” said Arne Folkvord. “Yes.”

The council felled 120 trees on Monday, Friday 3 March 2026, officials said.
`,
]
