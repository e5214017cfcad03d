/** Words before a name that are no part of it. */
const TITLES =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|herr|frau|cllr|councillor|senator|sen|rep|the|der|die|das)\.?\s+/iu

/** The voices of a record, by the labels of its turns. */
export class Voices {
  readonly #labels: ReadonlySet<string>
  readonly #known = new Map<string, ReadonlySet<string>>()

  constructor(turns: readonly { readonly name: string }[]) {
    this.#labels = new Set(turns.map(({ name }) => name))
  }

  /** The labels that may mean somebody; none where nobody is named, or the record does not have them. */
  of(speaker: string | undefined): ReadonlySet<string> {
    if (speaker === undefined) return new Set()
    const known = this.#known.get(speaker) ?? new Set([...this.#labels].filter((label) => isSameVoice(label, speaker)))
    this.#known.set(speaker, known)
    return known
  }
}

/** Whether two ways to name somebody may mean the same person: "MARSH", "Oona Marsh", "Cllr Marsh". */
function isSameVoice(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [plain(one), plain(other)]
  if (!a || !b) return false
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return long.endsWith(` ${short}`) || long.startsWith(`${short} `) || last(a) === last(b)
}

function plain(name = ''): string {
  let said = name.trim().toLowerCase()
  for (let before = ''; before !== said;) {
    before = said
    said = said.replace(TITLES, '')
  }
  return said.replace(/[^\p{L}\p{N}\s-]/gu, '').trim()
}

/** Two first names differ where last names agree only if one of them is a bare initial; a family is rare in one record. */
const last = (name: string) => name.split(/\s+/).at(-1)
