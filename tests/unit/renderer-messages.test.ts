import { describe, expect, it } from 'vitest'
import { fill, type Message } from '../../src-renderer/src/messages/message'
import { LANGUAGES, pickLanguage, translate } from '../../src-renderer/src/messages'

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('messages', () => {
  it('in German name what the English name, in every plural form, and none is missing', () => {
    const english = LANGUAGES['en'] as Record<string, Message>
    const german = LANGUAGES['de'] as Record<string, Message>
    expect(Object.keys(english).filter((key) => !(key in german))).toEqual([])
    const wrong = Object.entries(german).flatMap(([key, message]) => {
      const known = new Set(forms(english[key] as Message).flatMap(names))
      const used = forms(message as Message).map(names)
      const missing = [...known].filter((name) => !used.some((list) => list.includes(name)))
      const unknown = used.flat().filter((name) => name !== undefined && !known.has(name))
      return missing.length + unknown.length > 0 ? [`${key}: ${[...missing, ...unknown].join(', ')}`] : []
    })
    expect(wrong).toEqual([])
  })

  it.each([
    ['en', 1, '1 story'],
    ['en', 0, '0 stories'],
    ['en-GB', 1_234, '1,234 stories'],
    ['de', 1, '1 Geschichte'],
    ['de-DE', 12_345, '12.345 Geschichten'],
  ])('says the number as the language does: %s %d', (tag, n, expected) => {
    expect(translate('status.stories', tag, { n })).toBe(expected)
  })

  it('leaves an unknown name as it stands, and does not read replacements as patterns', () => {
    expect(fill('“{title}” {missing}', 'en', { title: '$& {n}' })).toBe('“$& {n}” {missing}')
  })

  it.each([
    [['fr-FR', 'de-CH', 'en'], 'de-CH'],
    [['constructor', 'pt'], 'en'],
    [[], 'en'],
  ])('reads %j in %s', (wanted, expected) => {
    expect(pickLanguage(wanted)).toBe(expected)
  })
})
