import type { Claim, Detection, JudgedSentence, Review, Source } from '../../contract/entities'
import type { Attribution } from '../../contract/taxonomies'
import type { Range } from '../text/model'

/** One voice of a story: somebody who is quoted or cited in it. */
export interface Voice {
  /** All that pronouns say whose person is not sure: somebody who is named elsewhere, most likely. */
  readonly pronoun?: boolean
  /** As the story first names it in full; empty for what nobody is named for. */
  readonly name: string
  readonly attribution: Attribution
  readonly quotations: number
  readonly claims: number
  /** Code units of the story that are given to this voice. */
  readonly extent: number
  readonly places: readonly Range[]
}

/** Sentences in a row that rest on one voice alone. */
export interface SingleVoiced extends Range {
  readonly name: string
  readonly sentences: number
}

export interface SpeakerLedger {
  /** The most heard first. */
  readonly voices: readonly Voice[]
  /** Of all that is given to somebody, the share that is given to anonymous or vague voices, 0 to 1. */
  readonly unnamedShare: number
  readonly singleVoiced: readonly SingleVoiced[]
}

/** As many sentences in a row from one voice are worth a look. */
const LONG_STRETCH = 4

type Saying = Range & { name: string; attribution: Attribution; quoted: boolean }

/** Who says what, how much, and where a story rests on one voice: from its claims and from what was suggested. */
export function speakerLedger(review: Pick<Review, 'annotations' | 'decisions'>, detection: Detection): SpeakerLedger {
  const sayings = sayingsOf(review, detection)
  const names = fullNames(sayings.map(({ name }) => name))
  const voices = new Map<string, { -readonly [K in keyof Voice]: Voice[K] } & { places: Range[] }>()
  for (const { start, end, name, attribution, quoted } of sayings) {
    const pronoun = isPronoun(name)
    const full = pronoun ? '' : (names.get(name) ?? name)
    const key = pronoun ? 'pronoun' : full || attribution
    const nothing = { name: full, attribution, quotations: 0, claims: 0, extent: 0, places: [] }
    const voice = voices.get(key) ?? { ...nothing, ...(pronoun && { pronoun }) }
    if (quoted) voice.quotations++
    else voice.claims++
    voice.extent += end - start
    voice.places.push({ start, end })
    voices.set(key, voice)
  }
  const all = [...voices.values()].sort((a, b) => b.extent - a.extent)
  const unnamed = all.filter(
    ({ attribution, pronoun }) => !pronoun && (attribution === 'anonymous' || attribution === 'vague'),
  )
  const extent = (list: readonly Voice[]) => list.reduce((sum, voice) => sum + voice.extent, 0)
  return {
    voices: all,
    unnamedShare: all.length === 0 ? 0 : extent(unnamed) / Math.max(1, extent(all)),
    singleVoiced: stretches(detection.sentences, sayings, names),
  }
}

/** Claims as the editor has them; suggestions stand in where nobody has made a claim of the words yet. */
function sayingsOf(review: Pick<Review, 'annotations' | 'decisions'>, detection: Detection): Saying[] {
  const claims = review.annotations.filter((one): one is Claim => one.kind === 'claim')
  const told = claims.flatMap(({ anchor, speaker, attribution = 'none', type }): Saying[] =>
    speaker || attribution !== 'none'
      ? [
          {
            start: anchor.start,
            end: anchor.end,
            name: speaker ?? '',
            attribution: attribution === 'none' ? 'named' : attribution,
            quoted: type === 'quotation',
          },
        ]
      : [],
  )
  const decided = new Set(review.decisions.map(({ suggestion }) => suggestion.key))
  const proposed = detection.suggestions.flatMap((one): Saying[] => {
    if (one.kind !== 'claim' || decided.has(one.key) || !one.attribution || one.attribution === 'none') return []
    if (claims.some(({ anchor }) => anchor.start < one.end && anchor.end > one.start)) return []
    const quoted = one.claimType === 'quotation'
    return [{ start: one.start, end: one.end, name: one.speaker?.text ?? '', attribution: one.attribution, quoted }]
  })
  return [...told, ...proposed].sort((a, b) => a.start - b.start)
}

/** He, she and they are no voices of their own, in any language that we know the words of. */
const isPronoun = (name: string) => PRONOUNS.has(name.trim().toLowerCase())
const PRONOUNS = new Set(
  'he she they it we i you er sie es wir ich man il elle ils elles on nous je él ella ellos ellas nosotros yo lui lei loro noi io ele ela eles elas nós eu hij zij ze wij ik han hon de vi jag hun jeg'.split(
    ' ',
  ),
)

/** A bare surname is the person who was named with it in full: “Marsh” is Oona Marsh, where no other Marsh speaks. */
function fullNames(names: readonly string[]): Map<string, string> {
  const full = new Map<string, string>()
  const known = [...new Set(names)]
  for (const name of known) {
    const longer = known.filter((other) => other !== name && other.endsWith(` ${name}`))
    full.set(name, longer.length === 1 ? (longer[0] as string) : name)
  }
  return full
}

function stretches(
  sentences: readonly JudgedSentence[],
  sayings: readonly Saying[],
  names: ReadonlyMap<string, string>,
): SingleVoiced[] {
  const found: SingleVoiced[] = []
  let open: { name: string; start: number; end: number; sentences: number } | undefined
  const close = () => {
    if (open && open.sentences >= LONG_STRETCH) found.push(open)
    open = undefined
  }
  let next = 0
  for (const { start, end } of sentences) {
    while (next < sayings.length && (sayings[next] as Saying).end <= start) next++
    const here: string[] = []
    for (let at = next; at < sayings.length && (sayings[at] as Saying).start < end; at++) {
      const { name } = sayings[at] as Saying
      if (name && !isPronoun(name)) here.push(names.get(name) ?? name)
    }
    const [only] = new Set(here).size === 1 ? here : []
    if (only === undefined) close()
    else if (open?.name === only) open = { ...open, end, sentences: open.sentences + 1 }
    else {
      close()
      open = { name: only, start, end, sentences: 1 }
    }
  }
  close()
  return found
}

/** Sources that go back to one and the same report, such as one wire story printed by several papers. */
export function sameOrigin(sources: readonly Source[]): Source[][] {
  const groups = new Map<string, Source[]>()
  for (const source of sources) {
    const key = originOf(source)
    groups.set(key, [...(groups.get(key) ?? []), source])
  }
  return [...groups.values()]
}

/** How many independent sources a claim has: several citations of one wire story count once. */
export function independentSources(claim: Claim, sources: readonly Source[]): number {
  const cited = new Set(claim.citations.filter(({ stance }) => stance === 'supports').map(({ source }) => source))
  return sameOrigin(sources.filter(({ id }) => cited.has(id))).length
}

/** An agency named in the citation, else the address without what differs from copy to copy, else the source itself. */
function originOf({ id, kind, citation, url }: Source): string {
  const agency = kind === 'wire-copy' || kind === 'press-report' ? AGENCY.exec(citation)?.[1]?.toLowerCase() : undefined
  if (agency) return `agency ${agency} ${/\d{4}-\d{2}-\d{2}/.exec(citation)?.[0] ?? ''}`
  const address = url && /^https?:\/\/(?:www\.|m\.|amp\.)?([^?#]+)/i.exec(url)?.[1]?.replace(/\/(?:amp)?\/?$/, '')
  return address ? `address ${address.toLowerCase()}` : `source ${id}`
}

/** The big agencies by the names that bylines and credits give them. */
const AGENCY =
  /\b(AP|Associated Press|Reuters|AFP|dpa|PA Media|Press Association|EFE|ANSA|UPI|Kyodo|TASS|Xinhua|Bloomberg)\b/i
