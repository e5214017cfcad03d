import { deskDe } from './desk-de'
import { deskEn } from './desk-en'
import { de } from './de'
import { en } from './en'
import { exportDe } from './export-de'
import { exportEn } from './export-en'
import { helpDe } from './help-de'
import { helpEn } from './help-en'
import { keysDe } from './keys-de'
import { keysEn } from './keys-en'
import { libraryDe } from './library-de'
import { libraryEn } from './library-en'
import { statisticsDe } from './statistics-de'
import { statisticsEn } from './statistics-en'
import { ledgerDe } from './ledger-de'
import { ledgerEn } from './ledger-en'
import { matcherDe } from './matcher-de'
import { matcherEn } from './matcher-en'
import { notesDe } from './notes-de'
import { notesEn } from './notes-en'
import { fill, type Message, type Parameters } from './message'
import { readerDe } from './reader-de'
import { readerEn } from './reader-en'
import { revisionsDe } from './revisions-de'
import { revisionsEn } from './revisions-en'
import { rulesDe } from './rules-de'
import { rulesEn } from './rules-en'
import { taxonomiesDe } from './taxonomies-de'
import { taxonomiesEn } from './taxonomies-en'

const english = {
  ...taxonomiesEn,
  ...en,
  ...deskEn,
  ...exportEn,
  ...helpEn,
  ...keysEn,
  ...ledgerEn,
  ...matcherEn,
  ...libraryEn,
  ...statisticsEn,
  ...notesEn,
  ...readerEn,
  ...revisionsEn,
  ...rulesEn,
}
export type MessageKey = keyof typeof english

/** All messages of each language. */
export const LANGUAGES: Record<string, Partial<Record<MessageKey, Message>>> = {
  en: english,
  de: {
    ...taxonomiesDe,
    ...de,
    ...deskDe,
    ...exportDe,
    ...helpDe,
    ...keysDe,
    ...ledgerDe,
    ...matcherDe,
    ...libraryDe,
    ...statisticsDe,
    ...notesDe,
    ...readerDe,
    ...revisionsDe,
    ...rulesDe,
  },
}

/** The first language the person reads that we have; English otherwise. BCP 47. */
export function pickLanguage(wanted: readonly string[]): string {
  return wanted.find((tag) => Object.hasOwn(LANGUAGES, base(tag))) ?? 'en'
}

/** The interface's language, with its region, for dates and numbers. It follows the system and does not change. */
export const language = pickLanguage(globalThis.navigator?.languages ?? [])

/** The text of a message in the interface's language. `n` chooses the plural form. */
export function t(key: MessageKey, parameters?: Parameters): string {
  return translate(key, language, parameters)
}

export function translate(key: MessageKey, tag: string, parameters?: Parameters): string {
  return fill(LANGUAGES[base(tag)]?.[key] ?? english[key], tag, parameters)
}

function base(tag: string): string {
  return tag.split('-', 1)[0] ?? tag
}
