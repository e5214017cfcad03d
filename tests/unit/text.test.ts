import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainBlocks } from '../../src-main/core/text/blocks'
import { offsetMap } from '../../src-main/core/text/offsets'
import { reflow } from '../../src-main/core/text/reflow'
import { anchorAt } from '../../src-main/core/text/selectors'
import { textDigest } from '../../src-main/core/text/digest'
import { snapToWords, wordCount } from '../../src-main/core/text/words'

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('👩‍👩‍👧‍👦', 'e\u0301', 'שלום', '東京都は', '𠀀', ' ', '\n', '“a”'),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

/** No half of a surrogate pair is in it. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text)

describe('offsets', () => {
  it('count what the text iterates, both ways', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const map = offsetMap(text)
        const points = [...text]
        const at = seed % (points.length + 1)
        const utf16 = points.slice(0, at).join('').length
        expect(map.toUtf16(at)).toBe(utf16)
        expect(map.toCodePoints(utf16)).toBe(at)
      }),
    )
  })
})

describe('anchors', () => {
  it('never cut a surrogate pair, and say what the text says there', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
        fc.pre(text.length > 0)
        const [start, end] = [one % text.length, other % text.length].sort((a, b) => a - b) as [number, number]
        const anchor = anchorAt(text, start, end + 1)
        expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact)
        expect(text.slice(0, anchor.start).endsWith(anchor.prefix)).toBe(true)
        expect(text.startsWith(anchor.suffix, anchor.end)).toBe(true)
        for (const part of [anchor.exact, anchor.prefix, anchor.suffix]) expect(isWhole(part)).toBe(true)
      }),
    )
  })
})

describe('snapping to words', () => {
  it.each([
    ['the middle of words', 'Say the harbour wall.', 'he harb', 'the harbour'],
    ['white space at both ends', 'Say the wall now', ' the wall ', 'the wall'],
    ['a joined emoji', 'so 👩‍👩‍👧‍👦 there', '👩', '👩‍👩‍👧‍👦'],
    ['a combining mark', 'a cafe\u0301 here', 'cafe', 'cafe\u0301'],
    ['an apostrophe', 'they don’t know', 'don', 'don’t'],
    ['right-to-left words', 'אמר שלום עולם', 'לום', 'שלום'],
    ['figures', 'about 12,500 people', '500', '12,500'],
  ])('%s', (_, text, chosen, snapped) => {
    const start = text.indexOf(chosen)
    const range = snapToWords(text, { start, end: start + chosen.length }, 'en')
    expect(text.slice(range.start, range.end)).toBe(snapped)
  })

  it('divides Japanese by its dictionary, not by spaces', () => {
    const text = '私は東京都に住んでいます。'
    const { start, end } = snapToWords(text, { start: 3, end: 4 }, 'ja')
    expect(text.slice(start, end)).toContain('京')
    expect(end - start).toBeLessThan(text.length / 2)
  })

  it('only ever widens to whole characters, except over white space at the ends', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ]
        const range = snapToWords(text, { start, end }, 'en')
        const words = text.slice(start, end).trim()
        expect(range.start <= range.end && range.end <= text.length).toBe(true)
        expect(text.slice(range.start, range.end)).toContain(words)
        if (words) expect(isWhole(text.slice(range.start, range.end))).toBe(true)
      }),
    )
  })
})

describe('counting words', () => {
  it.each([
    ['It’s a well-known 3.5 per cent.', 6],
    ['One – two … three', 3],
    ['東京都は大きい。', 4],
    ['Привет мир', 2],
    ['', 0],
  ])('%j', (text, words) => expect(wordCount(text)).toBe(words))
})

describe('blocks of a plain text', () => {
  it('hold all that is not white space, in order, each without white space around it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let rest = ''
        let at = 0
        for (const { start, end } of plainBlocks(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          const content = text.slice(start, end)
          expect(content).toBe(content.trim())
          rest += content
          at = end
        }
        expect(rest.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('keep headlines in a row as lines, not as headings', () => {
    const text =
      'A first long sentence of a story.\n\nSchool choir wins\n\nBakery fined\n\nKeep Reading\n\nAnother sentence of the story.'
    expect(plainBlocks(text).filter(({ kind }) => kind === 'heading').length).toBeLessThanOrEqual(1)
  })
})

describe('re-flowing', () => {
  it('turns line ends into spaces and changes nothing else', () => {
    const line = fc.array(fc.constantFrom('the', 'harbour', 'wall', 'a', 'considerable', '-', '“no”'), {
      maxLength: 14,
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.map((words) => words.join(' ')).join('\n')
        const flowed = reflow(text)
        expect(flowed.length).toBe(text.length)
        expect(flowed.replace(/[ \n]/g, '_')).toBe(text.replace(/[ \n]/g, '_'))
      }),
    )
  })
})

it('a text is named by the SHA-256 of its UTF-8', () => {
  expect(textDigest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(textDigest('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
})
