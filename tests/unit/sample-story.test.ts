import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { INSERTION_REASONS, type FlagReason } from '../../src-main/contract/taxonomies'
import { detect } from '../../src-main/core/detectors/registry'
import { importFile } from '../../src-main/core/importers/registry'
import { textModel } from '../../src-main/core/text/model'

// What the first start shows: everything planted in the story is found, and the story itself is left alone.
const bytes = readFileSync(new URL('../../resources/sample-story.txt', import.meta.url))
const story = await importFile({ name: 'sample-story.txt', bytes })
const { suggestions } = detect({ model: textModel(story.text, story) })
const flagged = (...reasons: FlagReason[]) =>
  suggestions
    .filter((s) => s.reason && reasons.includes(s.reason))
    .map((s) => story.text.slice(s.start, s.end).replace(/\s*\n\s*/g, ' / '))

it('finds the two insertions and takes no line of the story for one', () => {
  expect(flagged(...INSERTION_REASONS)).toEqual([
    'School choir wins regional final / Five walks to take before the clocks change / Bakery fined over unmarked allergens / New opening hours at the lending library / Keep Reading',
    'Sign up for our morning newsletter and never miss a tide table.',
  ])
})

it('says that the block stands inside a quotation', () => {
  const block = suggestions.find((s) => s.reason === 'off-topic-insertion')
  expect(block?.signals.length).toBeGreaterThan(1)
  expect(block?.signals.map((s) => s.detail).join('\n')).toMatch(/interrupts a quotation/i)
})

it('finds what disagrees: the headline with the story, figures, the date and the name', () => {
  expect(flagged('inconsistency')).toEqual([
    '“cannot wait for spring”',
    '€1.6 million',
    'Wednesday 24 September 2026',
    'Thomas Brandt',
    '18',
  ])
})

it('finds who says what', () => {
  const quotations = suggestions.filter((s) => s.claimType === 'quotation')
  expect(quotations.length).toBeGreaterThanOrEqual(12)
  const speakers = new Set(quotations.map((s) => s.speaker?.text))
  for (const name of ['the harbour master', 'Oona Marsh', 'Marguerite Dove']) expect(speakers).toContain(name)
})

it('finds what nobody stands behind', () => {
  expect(flagged('vague-attribution')).toEqual(['experts say', 'is said', 'Critics say', 'It is understood'])
  expect(flagged('anonymous-source')).toEqual(['A source close to the trust said'])
})
