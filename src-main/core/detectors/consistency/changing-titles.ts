import type { TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'
import type { PersonName } from './person-names'

/** An office: what stands before "Secretary" or "Minister" says which. */
const OFFICE = /\b(\p{Lu}\p{Ll}+)\s+(Secretary|Minister|Commissioner|Chancellor|Editor)$/u
/** Offices of which nobody holds two: the word right before the name. */
const SOLE =
  /(?:^|\s)(Mayor|Governor|Gov|Senator|Sen|Congressman|Congresswoman|Ambassador|Bishop|Archbishop|Sheriff|Bürgermeister|Bürgermeisterin|Landrat|Landrätin|Senatorin)\.?$/u
const RANK =
  /(?:^|\s)(Lt|Lieutenant|Sgt|Sergeant|Capt|Captain|Col|Colonel|Gen|General|Maj|Major|Cpl|Corporal|Det|Detective|PC|Insp|Inspector)\.?$/u
const SHORT: Record<string, string> = {
  Lt: 'Lieutenant',
  Sgt: 'Sergeant',
  Capt: 'Captain',
  Col: 'Colonel',
  Gen: 'General',
  Maj: 'Major',
  Cpl: 'Corporal',
  Det: 'Detective',
  Insp: 'Inspector',
  Gov: 'Governor',
  Sen: 'Senator',
}
/** Offices that somebody once held, or will, or holds on the other bench. */
const NOT_NOW =
  /\b(?:former|formerly|then|ex|future|incoming|outgoing|acting|interim|shadow|deputy|designate|elect|onetime|late|Shadow|Former|Deputy|Assistant|Acting|Then)\b/u

/** One person given two offices or two ranks: "Health Secretary Jo Lund" and "Justice Secretary Jo Lund". */
export function changingTitles(model: TextModel, names: readonly PersonName[]): Disagreement[] {
  const held = new Map<string, { office: string; head: string; name: PersonName }>()
  const found: Disagreement[] = []
  for (const name of names) {
    const title = titleOf(name)
    if (!title) continue
    const key = `${name.first} ${name.last}|${title.head}`
    const before = held.get(key)
    if (!before) held.set(key, { ...title, name })
    else if (before.office !== title.office) found.push(change(model, before.name, name))
  }
  return found
}

function titleOf({ title }: PersonName): { office: string; head: string } | undefined {
  if (!title || NOT_NOW.test(title)) return undefined
  const office = OFFICE.exec(title)
  if (office && !/^(?:Prime|The|First|Cabinet|General|Press|State)$/.test(office[1] as string))
    return { office: office[1] as string, head: office[2] as string }
  const sole = SOLE.exec(title)?.[1]
  if (sole) return { office: SHORT[sole] ?? sole, head: 'office' }
  const rank = RANK.exec(title)?.[1]
  return rank ? { office: SHORT[rank] ?? rank, head: 'rank' } : undefined
}

function change(model: TextModel, before: PersonName, after: PersonName): Disagreement {
  const says = (name: PersonName) => `${name.title} ${quoted(model.text, name)}`
  return {
    name: 'title',
    earlier: before,
    later: after,
    earlierSays: says(before),
    laterSays: says(after),
    severity: 'query',
    score: 0.7,
  }
}
