import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src-main/core/text/sentences'

const divide = (text: string, language = 'en') =>
  sentencesOf(text, [{ kind: 'paragraph', start: 0, end: text.length }], language).map((s) =>
    text.slice(s.start, s.end),
  )

describe('sentences', () => {
  it.each([
    ['titles and initials', 'en', ['Mr. Brandt met Dr. J. K. Marsh.', 'They spoke.']],
    ['decimals and money', 'en', ['It cost $3.5 million at 9.30 a.m. on Tuesday.', 'Nobody paid.']],
    ['letters with stops inside', 'en', ['The U.S. Senate voted.', 'It passed.']],
    ['letters with stops at the end', 'en', ['He moved to the U.S.', 'The rest stayed.']],
    ['a number word', 'en', ['No. 5 is shut.', 'She said no.', 'Five left.']],
    ['a question that goes on', 'en', ['“Really?” he asked.', '"Never!" cried the crowd.', 'It was late.']],
    ['ellipses', 'en', ['He paused … and left.', 'Wait... what?', 'Nothing.']],
    [
      'a company',
      'en',
      ['Harbour Stone Inc. Chair Ada Holt spoke.', 'Shares fell at Harbour Stone Inc.', 'The rest rose.'],
    ],
    ['brackets', 'en', ['(He left.)', 'Then it ended.']],
    [
      'German ordinals and abbreviations',
      'de',
      ['Er kam am 3. Oktober, d. h. zu spät.', 'Das war z. B. in Bonn so.', 'Frau Dr. Meier schwieg.'],
    ],
    ['German quotation marks', 'de', ['Sie sagte: „Nein.“', 'Der Rest schwieg.']],
    ['French', 'fr', ['M. Roy et Mme Colin sont partis.', '« Vraiment ? » demanda-t-il.', 'Personne ne sait.']],
    ['Spanish', 'es', ['El Sr. García llegó a las 3.', '¿Por qué?', 'Nadie lo sabe.']],
    ['Chinese', 'zh', ['港口明天关闭。', '没有人知道为什么。']],
  ])('%s', (_, language, sentences) => {
    expect(divide(sentences.join(language === 'zh' ? '' : ' '), language)).toEqual(sentences)
  })

  it('keeps every character that is not white space, in order, whatever the text', () => {
    const words = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Mr.', 'U.S.', '. ', '?” ', '…', '\n', '3. ')),
    )
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ')
        expect(divide(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('divides a long block as it divides a short one', () => {
    const line = Array.from({ length: 900 }, (_, i) => `Witness ${i} saw the ${'very '.repeat(i % 40)}old wall.`)
    expect(divide(line.join(' '))).toEqual(line)
  })

  it('is quick on ten million characters without an end', () => {
    const started = performance.now()
    expect(divide('word '.repeat(2_000_000)).length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
