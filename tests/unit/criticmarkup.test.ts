import { describe, expect, test } from 'vitest'
import { importFile } from '../../src-main/core/importers/registry'

const read = (source: string) => importFile({ name: 'draft.md', bytes: new TextEncoder().encode(source) })
/** Both readings, and what was noted on which words. */
async function outcome(source: string) {
  const { text, earlier, notes, report } = await read(source)
  expect(report.coverage.inText + report.coverage.leftOut).toBe(report.coverage.total)
  const said = (notes?.annotations ?? []).map(({ kind, note, anchor }) => {
    expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact)
    return kind === 'highlight' ? `[${anchor.exact}]` : `[${anchor.exact}] ${note}`
  })
  return [text, earlier?.text, ...said]
}

describe('CriticMarkup in Markdown', () => {
  test.each<[string, string, (string | undefined)[]]>([
    ['an insertion', 'The wall{++ of 1912++} held.', ['The wall of 1912 held.', 'The wall held.']],
    ['a deletion', 'The {--old --}wall held.', ['The wall held.', 'The old wall held.']],
    ['a substitution', 'It {~~fell~>held~~}.', ['It held.', 'It fell.']],
    ['a substitution by nothing', 'It {~~then ~>~~}held.', ['It held.', 'It then held.']],
    [
      'a remark on marked words',
      '{==The wall==}{>>Which?<<} held.',
      ['The wall held.', undefined, '[The wall] Which?'],
    ],
    ['a remark on the words before it', 'The wall{>>Which?<<} held.', ['The wall held.', undefined, '[wall] Which?']],
    ['a remark on an insertion', 'A {++new ++}{>>Why?<<}wall.', ['A new wall.', 'A wall.', '[new] Why?']],
    ['a mark alone', 'The {==wall==} held.', ['The wall held.', undefined, '[wall]']],
    ['emphasis inside', '{++A **firm** wall++} held.', ['A firm wall held.', 'held.']],
    [
      'one kind inside another',
      '{==The {--old --}wall==}{>>Which?<<}',
      ['The wall', 'The old wall', '[The wall] Which?'],
    ],
    [
      'a remark of several paragraphs',
      'The wall{>>One.\n\nTwo.<<} held.',
      ['The wall held.', undefined, '[wall] One.\n\nTwo.'],
    ],
    [
      'an insertion of several paragraphs',
      'One.\n\n{++Two.\n\n# Three\n\n- Four++}\n\nFive.',
      ['One.\n\nTwo.\n\nThree\n\nFour\n\nFive.', 'One.\n\nFive.'],
    ],
    [
      'a deleted paragraph',
      'One.\n\n{--Two.\n\nThree.--}\n\nFour.',
      ['One.\n\nFour.', 'One.\n\nTwo.\n\nThree.\n\nFour.'],
    ],
    [
      'in a heading, an item and a cell',
      '# The {++wall++}\n\n- a{--b--}\n\n|x|\n|-|\n|{~~1~>2~~}|',
      ['The wall\n\na\n\nx\n2', 'The\n\nab\n\nx\n1'],
    ],
  ])('%s', async (_, source, expected) => {
    expect(await outcome(source)).toEqual(expected.length < 2 ? [...expected, undefined] : expected)
  })

  test.each<[string, string, string]>([
    ['never closed', 'The {++wall held.', 'The {++wall held.'],
    ['escaped', 'The \\{++wall++} held.', 'The {++wall++} held.'],
    ['in code', 'The `{++wall++}` held.', 'The {++wall++} held.'],
    ['in a fence', '```\n{--a\n\nb--}\n```', '{--a\n\nb--}'],
    ['a substitution without its arrow', 'It {~~fell~~}.', 'It {fell}.'],
    ['in itself', 'The {++new {++wall++} held.', 'The {++new {++wall++} held.'],
  ])('%s stays text', async (name, source, text) => {
    const file = await read(source)
    if (name === 'in itself') expect(file.text).toBe('The {++new wall held.')
    else {
      expect(file.text).toBe(text)
      expect(file.earlier).toBeUndefined()
    }
  })

  test('what was made of it is said', async () => {
    const { report } = await read('The {++big ++}wall{>>Which?<<} {==held==}.')
    expect(report.notices).toEqual([
      'The file has 1 tracked change in CriticMarkup. The text is read with all of them accepted; the earlier reading is kept as the first revision.',
      '1 comment in CriticMarkup came with it.',
      '1 highlight in CriticMarkup came with it.',
    ])
  })

  test.each<[string, string]>([
    ['50,000 openings', '{++a '.repeat(50_000)],
    ['50,000 openings of every kind', '{++{--{~~{==a '.repeat(12_500)],
    ['50,000 openings before one closer', `${'{++a '.repeat(50_000)}++}`],
    ['50,000 open remarks on lines of their own', '{>>a\n\n'.repeat(50_000)],
    ['deep nesting', '{++{--'.repeat(5_000) + '--}++}'.repeat(5_000)],
  ])('%s are read in bounded time', async (_, source) => {
    const started = performance.now()
    expect((await read(`Wall. ${source}`)).text).toContain('Wall.')
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
