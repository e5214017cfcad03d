import type { ImportFile } from '../contract/api'
import type { HouseRules, KnownPassage, Mute } from '../contract/rules'
import { AppError } from '../contract/result'
import { isSamePassage } from '../core/review/known-passages'
import { HOUSE_RULES } from '../core/detectors/rules'
import type { EventHub } from './events'
import type { Ports } from './ports'

/** What a library holds its stories to: rules switched, suggestions muted, packs added. */
export interface Rules {
  get(): HouseRules
  mute(mute: Pick<Mute, 'what' | 'words' | 'why'>): Promise<HouseRules>
  unmute(id: string): Promise<HouseRules>
  switch(rule: string, on: boolean): Promise<HouseRules>
  addPack(file: ImportFile): Promise<HouseRules>
  /** What this house says of a passage; nothing takes back what it said. */
  passage(words: string, is: KnownPassage['is'] | undefined): Promise<HouseRules>
}

export function createRules(
  { store, settings, clock, newId }: Ports,
  events: EventHub,
  bytesOf: (file: ImportFile) => Promise<Uint8Array>,
  /** What was suggested before is to be looked at again. */
  onChange: () => void,
): Rules {
  let queue: Promise<unknown> = Promise.resolve()

  /** One change after the other: each begins with what the one before it wrote. */
  function change(work: () => Promise<void>): Promise<HouseRules> {
    const result = queue.then(async () => {
      if (store.readOnly) throw new AppError('read-only', store.readOnly)
      await work()
      const rules = store.rules.get()
      onChange()
      events.emit('rules.changed', rules)
      return rules
    })
    queue = result.catch(() => {})
    return result
  }

  return {
    get: () => store.rules.get(),
    mute: ({ what, words, why }) =>
      change(async () => {
        const { author } = settings.get()
        if (!author) throw new AppError('bad-request', 'Tell Blue Pencil your name first: a muted pattern is signed.')
        const { mutes, ...others } = store.rules.get()
        await store.rules.choose({
          ...others,
          mutes: [...mutes, { id: newId(), what, words, why, author, createdAt: clock() }],
        })
      }),
    unmute: (id) =>
      change(async () => {
        const { mutes, ...others } = store.rules.get()
        if (!mutes.some((mute) => mute.id === id))
          throw new AppError('not-found', 'That pattern is not muted any more.')
        await store.rules.choose({ ...others, mutes: mutes.filter((mute) => mute.id !== id) })
      }),
    switch: (rule, on) =>
      change(async () => {
        const { off, packs, ...choices } = store.rules.get()
        const known = [...HOUSE_RULES, ...packs.flatMap((pack) => pack.rules)]
        if (!known.some(({ id }) => id === rule)) throw new AppError('not-found', `There is no house rule ${rule}.`)
        const others = off.filter((id) => id !== rule)
        await store.rules.choose({ ...choices, off: on ? others : [...others, rule] })
      }),
    passage: (words, is) =>
      change(async () => {
        const { author } = settings.get()
        if (!author)
          throw new AppError('bad-request', 'Tell Blue Pencil your name first: what a house knows is signed.')
        const { passages = [], ...choices } = store.rules.get()
        const others = passages.filter((one) => !isSamePassage(one.words, words))
        const said = is && { id: newId(), words, is, author, createdAt: clock() }
        await store.rules.choose({ ...choices, passages: said ? [...others, said] : others })
      }),
    addPack: (file) => change(async () => store.rules.addPack(file.name, await bytesOf(file))),
  }
}
