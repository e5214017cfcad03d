import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detect } from '../../src-main/core/detectors/registry'
import { HOUSE_RULES } from '../../src-main/core/detectors/rules'
import { textModel } from '../../src-main/core/text/model'

/** Rules that a text is flagged under, each with the words that the flag stands on. */
function cited(text: string, language = 'en'): [rule: string, words: string][] {
  const ids = new Set(HOUSE_RULES.map(({ id }) => id))
  return detect({ model: textModel(text, { language }) }).suggestions.flatMap((suggestion) =>
    suggestion.kind === 'flag'
      ? suggestion.signals
          .filter(({ name }) => ids.has(name))
          .slice(0, 1)
          .map(({ name }): [string, string] => [name, text.slice(suggestion.start, suggestion.end)])
      : [],
  )
}

const FIGURE = 'The county lost 38 percent of its jobs and $420 million in taxes.'
const RAIN = 'It rained all day. The doors stayed shut. Nobody went in.'

describe('rules that the text itself can break', () => {
  it.each([
    ['AP-3', 'The bridge will close on Friday, a source said.', 'a source said'],
    ['RT-1', 'Critics say the bridge will never open again.', 'Critics say'],
    [
      'RT-3',
      '“We were never asked about it,” said Ines Kowal. “They were asked twice in May,” said Tomas Brandt.',
      '“They were asked twice in May,”',
    ],
    ['BBC-2', 'The mayor reportedly left through the back door.', 'reportedly'],
    [
      'IPSO-1',
      `Ferry fire kills 12 passengers\n\nA fire broke out on Monday. It burned all night. In it 15 passengers died. ${RAIN}`,
      '12',
    ],
    ['IPSO-2', `The council met on Monday. It shamefully closed the library. ${RAIN}`, 'shamefully'],
    ['IPSO-2', `The council met on Monday. Presumably, nobody had read the plan. ${RAIN}`, 'Presumably'],
    ['KSJ-1', `The Weir Courier reported that the mill was sold, citing Reuters. ${RAIN}`, 'citing Reuters'],
    ['GMM-1', 'The survey is dated Wednesday 24 September 2026.', 'Wednesday 24 September 2026'],
  ])('%s', (rule, text, words) => expect(cited(text)).toContainEqual([rule, words]))

  it('AP-2, where the last source is some sentences back, and names it', () => {
    const text = `Oona Marsh said that the mill would close. ${RAIN} ${FIGURE}`
    const flag = detect({ model: textModel(text, { language: 'en' }) }).suggestions.find(
      ({ reason }) => reason === 'unsupported-statistic',
    )
    const again = flag?.signals.find(({ name }) => name === 'AP-2')
    expect(text.slice(again?.start, again?.end)).toBe('Oona Marsh')
  })
})

describe('what the rules leave alone', () => {
  it.each([
    ['judgement in somebody’s mouth', `“It was a shameful vote,” said Oona Marsh. ${RAIN}`],
    ['judgement that is given to somebody', `Oona Marsh said the council acted shamefully. ${RAIN}`],
    ['a piece written as “I”', `I saw it myself. It was a shameful evening. I went home. My coat was wet. ${RAIN}`],
    [
      'a headline that rounds',
      `Bridge to cost £1.5 million\n\nThe bridge will cost £1.52 million, the county said. ${RAIN}`,
    ],
    [
      'three papers',
      `The Weir Courier reported a sale. The Fennby Post wrote of a lease. The Alder Times said nothing was signed. ${RAIN} ${RAIN}`,
    ],
  ])('%s', (_name, text) => expect(cited(text).filter(([rule]) => /^(?:IPSO|KSJ)/.test(rule))).toEqual([]))
})

describe('the list of rules', () => {
  it('names each rule that a detector cites, and none twice', () => {
    const ids = HOUSE_RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const folder = join(import.meta.dirname, '../../src-main/core/detectors')
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== 'rules.ts')
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    const used = new Set([...source.matchAll(/'((?:AP|RT|BBC|IPSO|KSJ|GMM|IN)-\d)'/g)].map(([, id]) => id as string))
    expect([...used].filter((id) => !ids.includes(id))).toEqual([])
    expect(ids.filter((id) => !used.has(id) && id !== 'IN-1')).toEqual([])
  })
})
