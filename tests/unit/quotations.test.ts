import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Findings, Proposal } from '../../src-main/core/detectors/detector'
import { quotations } from '../../src-main/core/detectors/quotations/quotations'
import { textModel } from '../../src-main/core/text/model'

function read(text: string, insertion?: string): { found: Proposal[]; findings: Findings } {
  const start = insertion ? text.indexOf(insertion) : -1
  const insertions = start < 0 ? [] : [{ start, end: start + (insertion?.length ?? 0) }]
  const findings: Findings = { insertions, quotations: [], sentences: [] }
  return { found: quotations.detect({ model: textModel(text) }, findings), findings }
}

const said = (text: string, insertion?: string) =>
  read(text, insertion)
    .found.filter(({ claimType }) => claimType === 'quotation')
    .map(({ start, end, speaker }) => [text.slice(start, end), speaker?.text])

const flagged = (text: string) =>
  read(text)
    .found.filter(({ kind }) => kind === 'flag')
    .map(({ start, end, reason }) => [reason, text.slice(start, end)])

describe('quotations and their speakers', () => {
  const cases: [name: string, text: string, expected: [string, string | undefined][]][] = [
    [
      'the verb before the name',
      '“The bridge is safe,” said Tomas Brandt, the harbour master.',
      [['“The bridge is safe,”', 'Tomas Brandt']],
    ],
    [
      'the name before the verb, with an apposition',
      'Ines Kowal, the mayor of Overham, said: "We will not close the library."',
      [['"We will not close the library."', 'Ines Kowal']],
    ],
    [
      'interrupted by its attribution',
      '“We counted twice,” Ines Kowal said, “and we counted right.”',
      [
        ['“We counted twice,”', 'Ines Kowal'],
        ['“and we counted right.”', 'Ines Kowal'],
      ],
    ],
    [
      'carried over to the next sentence',
      '"We were never asked," said Ines Kowal. "We would have said no."',
      [
        ['"We were never asked,"', 'Ines Kowal'],
        ['"We would have said no."', 'Ines Kowal'],
      ],
    ],
    [
      'a quotation inside a quotation counts with the outer one',
      'Tomas Brandt said: “She told me ‘never again’ and I called it “a promise” then.”',
      [['“She told me ‘never again’ and I called it “a promise” then.”', 'Tomas Brandt']],
    ],
    [
      'reopened in each paragraph, closed in the last',
      'Tomas Brandt told the council: “The pier is rotten.\n\n“It has been for years.\n\n“It must go.”',
      [['“The pier is rotten.\n\n“It has been for years.\n\n“It must go.”', 'Tomas Brandt']],
    ],
    [
      'single marks and apostrophes',
      "'The workers' lives come first, and that's that,' said Tomas Brandt. 'We won't wait.'",
      [
        ["'The workers' lives come first, and that's that,'", 'Tomas Brandt'],
        ["'We won't wait.'", 'Tomas Brandt'],
      ],
    ],
    [
      'German marks',
      '„Wir schließen die Brücke nicht“, sagte Anna Vogt am Montag.',
      [['„Wir schließen die Brücke nicht“', 'Anna Vogt']],
    ],
    [
      'Chinese, the speaker before or after',
      '张伟说：“我们不会关闭图书馆。”\n\n“桥是安全的，”李娜周三表示。',
      [
        ['“我们不会关闭图书馆。”', '张伟'],
        ['“桥是安全的，”', '李娜'],
      ],
    ],
    [
      'Japanese, the speaker before or after',
      '「橋は安全だ」と田中さんは述べた。\n\n山本市長は記者会見で「図書館は閉めない」と強調した。',
      [
        ['「橋は安全だ」', '田中さん'],
        ['「図書館は閉めない」', '山本市長'],
      ],
    ],
    [
      'Spanish dialogue that goes on after its reporting words',
      '—No sé —dijo Ana—. Ya veremos mañana.',
      [
        ['—No sé', 'Ana'],
        ['Ya veremos mañana.', 'Ana'],
      ],
    ],
    [
      'a conversation as names and colons',
      'CHAIR: Mr Roe, do you call the bridge safe?\n\nJohn Roe: It was safe when we left it on Friday.\n\nCHAIR: And what happened after Friday?\n\nJohn Roe: I think somebody took the bolts.',
      [
        ['Mr Roe, do you call the bridge safe?', 'CHAIR'],
        ['It was safe when we left it on Friday.', 'John Roe'],
        ['And what happened after Friday?', 'CHAIR'],
        ['I think somebody took the bolts.', 'John Roe'],
      ],
    ],
    ['guillemets pointing in', '»Das ist ein Irrtum«, rief Karl Lehmann.', [['»Das ist ein Irrtum«', 'Karl Lehmann']]],
    [
      'French guillemets',
      '« Nous n’avons rien à cacher », a déclaré Paul Morel.',
      [['« Nous n’avons rien à cacher »', 'Paul Morel']],
    ],
    [
      'a dash at the start of the line',
      '—No sabemos nada todavía —dijo Ana Torres, portavoz del ayuntamiento.',
      [['—No sabemos nada todavía', 'Ana Torres']],
    ],
    [
      'according to somebody',
      'The pier “will not last another winter”, according to Tomas Brandt.',
      [['“will not last another winter”', 'Tomas Brandt']],
    ],
    [
      'inches are no quotation marks',
      'The plank is 12" wide and 6\'2" long, and “it will hold,” said Tomas Brandt.',
      [['“it will hold,”', 'Tomas Brandt']],
    ],
    [
      'what markup leaves behind is nobody’s words',
      '<a href="https://overham.example/pier">“It will hold,” said Tomas Brandt.</a>',
      [['“It will hold,”', 'Tomas Brandt']],
    ],
  ]
  it.each(cases)('%s', (_name, text, expected) => expect(said(text)).toEqual(expected))

  it('gives a pronoun to the name it stands for, and says where that name is', () => {
    const text =
      'Ines Kowal visited the pier on Friday.\nShe said: "Nobody told us that it was closed, and somebody should have."'
    const [claim] = read(text).found
    expect(claim?.speaker).toEqual({ text: 'Ines Kowal', start: 0, end: 10 })
    expect(claim?.signals.map(({ detail }) => detail)).toContain('“She” is Ines Kowal, named in paragraph 1.')
  })

  it.each([
    [
      'the subject of its own sentence',
      'Former harbour master Tomas Brandt said on Friday that he had “no idea at all” who opened it.',
      'Tomas Brandt',
    ],
    [
      'a woman told by her role',
      'Businesswoman Maren Holt opened the mill in May. The roof had leaked for years. She said: “I paid for all of it.”',
      'Maren Holt',
    ],
    [
      'the only person named',
      'Kim Adler came late. The hall was full. The rain went on. She said: “We will wait.”',
      'Kim Adler',
    ],
  ])('gives a pronoun to %s', (_name, text, speaker) => expect(said(text).map(([, who]) => who)).toEqual([speaker]))

  it.each([
    ['two women', 'Ines Kowal met Anna Vogt, an old friend of hers. The rain went on. She said: “We will wait.”'],
    ['another in the sentence', 'Ines Kowal told Anna Vogt, a friend of Maria Holt, that she was “far too late”.'],
  ])('leaves a pronoun as it is where it may mean somebody else: %s', (_name, text) => {
    const [[, who] = []] = said(text)
    expect(['She', 'she', 'Ines Kowal']).toContain(who)
    expect(who).not.toMatch(/Vogt|Holt/)
  })

  it('does not give “she” to a man', () => {
    const text = 'Peter Holm left the room.\n“I will stay,” she said.'
    expect(said(text)).toEqual([['“I will stay,”', 'she']])
  })

  it('carries on after a passage that is not part of the story, with one speaker', () => {
    const insertion = 'Storm closes three schools\nRead more'
    const text = `Ines Kowal told reporters: "We asked for a survey in May.\n${insertion}\n"It never came, and now we know why."`
    expect(said(text, insertion)).toEqual([
      ['"We asked for a survey in May.', 'Ines Kowal'],
      ['"It never came, and now we know why."', 'Ines Kowal'],
    ])
    expect(read(text, insertion).findings.quotations.every(({ open }) => !open)).toBe(true)
  })

  it('finds nothing inside a passage that is not part of the story', () => {
    const insertion = '“We love this offer,” said Ana Petrov'
    expect(said(`The pier stays shut.\n${insertion}\nIt opens in June.`, insertion)).toEqual([])
  })

  it.each([
    [
      'particulars of a match',
      'Overham 2-1 Weirside\n\nOverham: Brandt, Kowal, Roe.\n\nSubs: Lind, Park.\n\nWeirside: Adler, Beck.\n\nSubs: Frost.',
    ],
    [
      'what speaks for and against',
      'Pros: You can fold it. Who would not?\n\nCons: It is heavier than you think.\n\nPros: We like the lid.\n\nCons: It leaks if I shake it.',
    ],
    [
      'a recipe',
      'Lemon cake\n\nServes: 8\n\nTime: 20 minutes of work\n\nOven: 40 minutes\n\nMethod: Beat the butter with the sugar.',
    ],
  ])('takes no list of particulars for a conversation: %s', (_name, text) => expect(said(text)).toEqual([]))

  it.each([
    ['a programme', 'Ines Kowal spoke on Radio Overham’s “Morning Tide” about the pier.'],
    ['a nickname', 'The pier was built by Robert “Bobby” Lindqvist in 1911.'],
  ])('leaves out what is not speech: %s', (_name, text) => expect(said(text)).toEqual([]))
})

describe('what may not stand about a quotation', () => {
  it.each<[string, string, [string, string][]]>([
    [
      'a mark that is never closed',
      'Ines Kowal said: “The pier is closed until we know more.\nThe council meets on Friday.',
      [['broken-quotation', '“The pier is closed until']],
    ],
    [
      'a mark that nothing opened',
      'Ines Kowal said the pier is closed until we know more.”\nThe council meets on Friday.',
      [['broken-quotation', 'more.”']],
    ],
    [
      'two speakers in one paragraph, the second named late',
      '“We were never asked about it,” said Ines Kowal. “They were asked twice,” said Tomas Brandt.',
      [['misattribution', '“They were asked twice,”']],
    ],
    ['inches in a list of sizes', 'Small: less than 6.7" (170 mm).\n\nThe tray is 12” x 9”.', []],
    [
      'a sentence of the writer’s between two speakers',
      '“We were never asked about it,” said Ines Kowal. The letters had gone out in May. “They were asked twice,” said Tomas Brandt.',
      [],
    ],
    [
      'a speaker named after four sentences',
      '“The wall is old. It has cracks. It leaks at the foot. It will not stand,” said Tomas Brandt.',
      [['style', 'said Tomas Brandt']],
    ],
    [
      'a speaker who is known, after four sentences',
      'Tomas Brandt came late.\n\n“The wall is old. It has cracks. It leaks at the foot. It will not stand,” he said.',
      [],
    ],
    ['nothing, where all is well', '“The bridge is safe,” said Tomas Brandt, the harbour master.', []],
  ])('%s', (_name, text, expected) => expect(flagged(text)).toEqual(expected))
})

describe('any text at all', () => {
  const marks = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    '‘',
    '„',
    '«',
    '»',
    '「',
    '」',
    '\n',
    ' ',
    'a',
    'Ann',
    ' said ',
    '.',
    ',',
    '😀',
  )

  it('yields ranges inside the text, in order, that never overlap', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const quotation of read(text).findings.quotations) {
          expect(quotation.start).toBeGreaterThanOrEqual(end)
          expect(quotation.end).toBeGreaterThan(quotation.start)
          end = quotation.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each([
    ['opening marks', '“', 300_000],
    ['straight marks', '"', 300_000],
    ['words after marks', '" a', 100_000],
    ['deep nesting', '“‘«', 100_000],
  ])('takes time in proportion to its length: %s', (_name, unit, times) => {
    const started = performance.now()
    read(unit.repeat(times))
    // Square time would take minutes.
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
