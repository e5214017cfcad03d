import { describe, expect, it } from 'vitest'
import { de } from '../../src-renderer/src/messages/de'
import { deskDe } from '../../src-renderer/src/messages/desk-de'
import { deskEn } from '../../src-renderer/src/messages/desk-en'
import { en } from '../../src-renderer/src/messages/en'
import { fill, type Message } from '../../src-renderer/src/messages/message'
import { pickLanguage, translate } from '../../src-renderer/src/messages'
import { taxonomiesDe } from '../../src-renderer/src/messages/taxonomies-de'
import { taxonomiesEn } from '../../src-renderer/src/messages/taxonomies-en'

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('messages', () => {
  const pairs: [string, Record<string, Message>, Partial<Record<string, Message>>][] = [
    ['frame', en, de],
    ['taxonomies', taxonomiesEn, taxonomiesDe],
    ['desk', deskEn, deskDe],
  ]

  it.each(pairs)('German of the %s names what the English names, in every plural form', (_, english, german) => {
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
