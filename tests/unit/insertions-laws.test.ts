import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestBlocks } from '../../src-main/core/detectors/insertions/blocks'
import { insertionDetector } from '../../src-main/core/detectors/insertions/detector'
import type { Findings } from '../../src-main/core/detectors/detector'
import { importFile } from '../../src-main/core/importers/registry'
import { textModel } from '../../src-main/core/text/model'
import { find, HARBOUR, withBlock } from './insertions-support'

/** The best division, by trying all of them. */
function bestByTrial(scores: readonly number[], turn: number): number {
  let best = -Infinity
  for (let mask = 0; mask < 1 << scores.length; mask++) {
    let sum = 0
    let inside = false
    scores.forEach((score, line) => {
      const inserted = ((mask >> line) & 1) === 1
      if (inserted !== inside) sum -= turn
      if (inserted) sum += score
      inside = inserted
    })
    best = Math.max(best, inside ? sum - turn : sum)
  }
  return best
}

describe('division into blocks', () => {
  it('is the best there is', () => {
    const scores = fc.array(
      fc.integer({ min: -20, max: 20 }).map((n) => n / 4),
      { minLength: 1, maxLength: 9 },
    )
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 8 }), (lines, quarters) => {
        const turn = quarters / 4
        const blocks = bestBlocks(Float32Array.from(lines), turn)
        const sum = blocks.reduce(
          (all, { first, end }) => all + lines.slice(first, end).reduce((a, b) => a + b, 0) - 2 * turn,
          0,
        )
        expect(sum).toBeCloseTo(bestByTrial(lines, turn), 4)
      }),
    )
  })
})

describe('whatever the text', () => {
  it('suggestions lie inside it, in order, apart, with two signals or more, and the same each time', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...HARBOUR,
        'Advertisement',
        'Related stories',
        'Read more',
        '- A headline of six words here',
        '"',
        '“',
        '',
      ),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = lines.join('\n')
        const { proposals } = find(text)
        let end = 0
        for (const proposal of proposals) {
          expect(proposal.start).toBeGreaterThanOrEqual(end)
          expect(proposal.end).toBeGreaterThan(proposal.start)
          end = proposal.end
          expect(proposal.score).toBeGreaterThanOrEqual(0)
          expect(proposal.score).toBeLessThanOrEqual(1)
          expect(proposal.signals.length).toBeGreaterThanOrEqual(2)
          for (const signal of proposal.signals) {
            expect(signal.start ?? 0).toBeGreaterThanOrEqual(0)
            expect(signal.end ?? 0).toBeLessThanOrEqual(text.length)
          }
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(find(text).proposals).toEqual(proposals)
      }),
      { numRuns: 60 },
    )
  })

  it('takes time in step with the length: long lines, many lines, many marks', () => {
    const started = performance.now()
    for (const text of [
      '"'.repeat(500_000),
      'word '.repeat(500_000),
      '"\n'.repeat(50_000),
      'Related\nA headline stands here\n'.repeat(20_000),
    ])
      find(text)
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

describe('evidence beside the words', () => {
  const block = 'The tide tables for next week'
  const text = withBlock(HARBOUR, 5, [block])

  it('a line that stands in many other documents counts against it', () => {
    const seen = find(text, { seenElsewhere: (line) => (line === block ? 40 : 0) })
    expect(seen.accepted).toEqual([block])
    expect(seen.proposals[0]?.signals.map(({ detail }) => detail)).toContain(
      `“${block}” stands in 40 other documents of the library`,
    )
  })

  it('another version of the story in the library says nothing', () => {
    expect(find(text, { seenElsewhere: () => 1 }).accepted).toEqual(find(text).accepted)
  })

  it('the markup of a page counts, unless it says the same of the story', async () => {
    const page = (
      className: string,
      all = '',
    ) => `<!doctype html><html lang="en"><head><title>Ferry</title></head><body>
<article class="${all}"><h1>Ferry terminal stays closed</h1>${HARBOUR.slice(0, 5)
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('')}<div class="${className}"><p><a href="/fares">${block}</a></p></div>${HARBOUR.slice(5)
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('')}</article></body></html>`
    const found = async (html: string) => {
      const file = await importFile({ name: 'page.html', bytes: new TextEncoder().encode(html) })
      const findings: Findings = { insertions: [], quotations: [], sentences: [] }
      insertionDetector.detect({ model: textModel(file.text, file), markup: file.markup }, findings)
      return findings.insertions.map(({ start, end }) => file.text.slice(start, end))
    }
    expect(await found(page('related-links'))).toEqual([block])
    expect(await found(page('newsletter', 'newsletter'))).not.toContain(HARBOUR[4])
  })

  it('markup that sets a line apart counts against it', () => {
    const start = text.indexOf(block)
    const markup = [{ start, end: start + block.length, linkShare: 1, roles: ['related-links'] }]
    expect(find(text, { markup }).accepted).toEqual([block])
  })
})
