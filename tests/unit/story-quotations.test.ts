import { expect, test } from 'vitest'
import type { Claim, Decision, Suggestion } from '../../src-main/contract/entities'
import { citeRecord, isBorneOut } from '../../src-main/core/records/quotation-commands'
import { matchStory } from '../../src-main/core/records/match-story'
import { recordText } from '../../src-main/core/records/record-text'
import { quotingStory, storyQuotations } from '../../src-main/core/records/story-quotations'
import { plainBlocks } from '../../src-main/core/text/blocks'
import { annotate } from '../support/review-fixture'

const STORY = [
  '“We asked,” Marsh said. “Nobody answered us.” The film “The Long Wall” is about it.',
  '“The quay moved in March.',
  '“It moved again in April,” she said. He called it “not our wall at all”.',
].join('\n\n')
const RECORD =
  'We asked, and asked. Nobody answered us. The quay moved in March. It moved again in April. It is not our wall.'

const place = (words: string) => ({ start: STORY.indexOf(words), end: STORY.indexOf(words) + words.length })
const suggestion = (words: string, key: string): Suggestion => ({
  ...place(words),
  key,
  detector: 'quotations',
  kind: 'claim',
  claimType: 'quotation',
  score: 1,
  signals: [],
})
const claim = annotate('claim', STORY, '“We asked,” Marsh said. “Nobody answered us.”', { type: 'quotation' }) as Claim
const spread = suggestion('“The quay moved in March.\n\n“It moved again in April,”', 'spread')
const refused = suggestion('“not our wall at all”', 'refused')
const decision = { suggestion: refused, outcome: 'dismissed' } as Decision
const story = quotingStory(
  { text: STORY, language: 'en', blocks: plainBlocks(STORY), revision: 1 },
  [claim],
  [decision],
  [spread, refused],
)

test('a story quotes in claims, suggestions and marks; words alone count, and what was dismissed does not', () => {
  const found = storyQuotations(story).map(({ passages, claim, suggestion, unlisted }) => ({
    words: passages.map(({ start, end }) => STORY.slice(start, end)),
    known: claim ?? suggestion ?? (unlisted && 'marks alone'),
  }))
  expect(found).toEqual([
    { words: ['“We asked,”', '“Nobody answered us.”'], known: claim.id },
    { words: ['“The Long Wall”'], known: 'marks alone' },
    { words: ['“The quay moved in March.', '“It moved again in April,”'], known: 'spread' },
  ])
})

test('each is cited where it stands on the desk, and words that only marks quote are shown where the record has them', () => {
  const [first, second, ...none] = matchStory(story, recordText(RECORD))
  expect(none).toEqual([])
  expect(first?.match).toMatchObject({ outcome: 'ellipsis', locator: 'para. 1' })
  expect(second?.match).toMatchObject({ outcome: 'exact', passages: [{}] })
  if (!first || !second) return
  expect([isBorneOut(first), isBorneOut(second)]).toEqual([false, true])
  const citation = { source: 's', stance: 'supports', locator: 'para. 1' }
  expect(citeRecord(first, { claim: claim.id }, 's')).toEqual({ op: 'cite', claim: claim.id, ...citation })
  expect(citeRecord(second, { suggestion: spread }, 's')).toEqual({ op: 'accept', suggestion: spread, citation })
  const { start, end } = second
  expect(citeRecord(second, {}, 's')).toEqual({ op: 'claim', start, end, type: 'quotation', citation })
})
