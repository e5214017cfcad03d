import type { Block } from '../../../contract/entities'
import { MEN, WOMEN } from '../attribution/first-names'
import { TRANSCRIPT } from './marks'
import type { MarkedQuotation } from './pair-marks'

/** "Ada Brandt:", "Q:", "MODERATOR:" at the start of a line: at most four words, all of them with a capital, no figures. */
const LABEL = /^(\p{Lu}[\p{L}.’'-]*(?:[ \u00a0]\p{Lu}[\p{L}.’'-]*){0,3})[ \u00a0]?:[ \u00a0\t]+(?=\S)/u
/** Fewer lines with a label are no conversation. */
const TURNS = 4
/** More names do not talk with each other on one page: it is a list. */
const NAMES = 12
const LONGEST_LABEL = 60
/** Who asks and who answers, where no names are given. */
const PARTS =
  /^(?:Q|A|F|Frage|Antwort|Question|Answer|Réponse|Pregunta|Respuesta|Moderator|Interviewer|Host|Chair|Reporter)$/iu
/** People who talk say I and you. */
const ADDRESSED =
  /\b(?:I|I['’]m|you|your|we|us|our|my|me|ich|Sie|Ihr|wir|mir|du|je|vous|nous|votre|yo|usted|nosotros|io|lei|noi)\b/u
const SHARE = 0.4

interface Turn {
  readonly block: number
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * The turns of a conversation that is printed as "Name: what they say" without marks. Lines count where few people,
 * who are told to be people by their names or by "Q" and "A", take turns, ask, and say "I" and "you", and where these
 * lines are most of what stands there. Lists of particulars ("Pros: …", "Price: …") are none.
 */
export function transcriptTurns(text: string, blocks: readonly Block[]): MarkedQuotation[] {
  const labelled = blocks.flatMap((block, index): Turn[] => {
    const label = LABEL.exec(text.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL)))
    return label
      ? [{ block: index, name: label[1] as string, start: block.start + label[0].length, end: block.end }]
      : []
  })
  if (labelled.length < TURNS) return []
  const times = new Map<string, number>()
  for (const { name } of labelled) times.set(name, (times.get(name) ?? 0) + 1)
  const names = [...times].filter(([, count]) => count > 1).map(([name]) => name)
  if (names.length < 2 || names.length > NAMES || !arePeople(text, names)) return []
  const turns = labelled.filter(({ name }) => (times.get(name) as number) > 1)
  return isConversation(text, turns) ? turns.map(quotationOf) : []
}

function isConversation(text: string, turns: readonly Turn[]): boolean {
  const first = turns[0]
  const last = turns.at(-1)
  if (!first || !last || turns.length < TURNS || turns.length * 2 < last.block - first.block) return false
  const words = turns.map(({ start, end }) => text.slice(start, end))
  const changes = turns.filter(({ name }, at) => name !== turns[at - 1]?.name).length
  return (
    changes >= turns.length / 2 &&
    words.some((said) => said.includes('?')) &&
    words.filter((said) => ADDRESSED.test(said)).length >= SHARE * turns.length
  )
}

/** Somebody among them is a person for sure, and the others have a first and a last name at least. */
function arePeople(text: string, names: readonly string[]): boolean {
  const sure = names.filter((name) => isSomebody(text, name))
  return sure.length > 0 && names.every((name) => sure.includes(name) || /[ \u00a0]/.test(name))
}

/** "Q", "MODERATOR", "Ada Brandt", or "Brandt" where the text has the first name before it somewhere. */
function isSomebody(text: string, name: string): boolean {
  if (PARTS.test(name)) return true
  const [first = '', ...more] = name.split(/[ \u00a0]/)
  const letters = name.replace(/[^\p{L}]/gu, '')
  if (letters.length > 2 && letters === letters.toUpperCase()) return true
  if (more.length > 0) return isFirstName(first) || /^(?:Mr|Mrs|Ms|Dr|Sir|Herr|Frau)\.?$/.test(first)
  for (
    let at = text.indexOf(` ${name}`), tries = 0;
    at > 0 && tries < 50;
    at = text.indexOf(` ${name}`, at + 1), tries++
  )
    if (isFirstName(/\p{Lu}\p{Ll}+$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '')) return true
  return false
}

const isFirstName = (word: string) => WOMEN.has(word) || MEN.has(word)

function quotationOf({ start, end }: Turn): MarkedQuotation {
  const range = { start, end }
  return { ...range, inner: range, pieces: [range], open: false, family: TRANSCRIPT }
}
