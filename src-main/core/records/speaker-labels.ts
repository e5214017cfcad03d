import type { RecordText } from '../../contract/records'
import type { Range } from '../text/model'

/** A time before a label or in the line above: "[00:12:31]", "12:31", "(0:03)". */
const TIME = String.raw`[[(]?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?`
/** A person, an office or a letter: at most five words with a capital, a figure perhaps ("Speaker 2"). */
const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?:[ \u00a0](?:(?:de|der|den|van|von|bin|al|la|of|the)[ \u00a0])?(?:\p{Lu}[\p{L}.’'-]*|\d{1,2})){0,4}`
/** "MARSH:", "Oona Marsh (Harbour Trust):", "[00:12:31] CHAIR:", ">> Q:" at the beginning of a line. */
const LABEL = new RegExp(
  String.raw`^[ \t]{0,40}(?:${TIME}[ \t]{0,8})?(?:>>+[ \t]{0,8}|[-–—][ \t]{0,8})?\**(${NAME})\**(?:[ \t]{0,8}\([^()\n]{1,60}\))?[ \t]{0,8}(?:${TIME})?[ \t]{0,8}:\**(?=[ \t\n])`,
  'gmu',
)
/** "Oona Marsh  0:03" on a line of its own, as dictation programs write it. */
const HEADED = new RegExp(String.raw`^[ \t]{0,40}(${NAME})[ \t]{1,40}${TIME}[ \t]{0,40}$`, 'gmu')
/** A label that comes once is a word with a colon; a record has turns. */
const FEWEST = 3

/** Whose turns a record has, told by labels at the beginnings of its lines; and the labels, which nobody said. */
export function speakerLabels(text: string): { turns: RecordText['turns']; asides: Range[] } {
  const found = [...text.matchAll(LABEL), ...text.matchAll(HEADED)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, name: (match[1] ?? '').trim() }))
    .sort((a, b) => a.start - b.start)
  const often = new Map<string, number>()
  for (const { name } of found) often.set(name, (often.get(name) ?? 0) + 1)
  const isRecord = found.length >= FEWEST && [...often.values()].some((times) => times > 1)
  const turns = isRecord ? found : []
  return { turns, asides: turns.map(({ start, end }) => ({ start, end })) }
}
