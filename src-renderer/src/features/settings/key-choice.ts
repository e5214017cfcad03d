import type { Settings } from '@contract/settings'
import { sameKeys } from '../../a11y/keys'
import { defaultKeys, EVERYWHERE, type KnownCommand } from '../../state/commands.svelte'

export type ChosenKeys = NonNullable<Settings['keys']>

export const keysNow = (chosen: ChosenKeys, command: KnownCommand): readonly string[] =>
  chosen[command.id] ?? defaultKeys(command)

/**
 * The command that a press already belongs to, where both could be meant at once. Two that share it by default, such as
 * Escape for leaving what is open, share it on purpose.
 */
export function holderOf(
  keys: string,
  wanted: KnownCommand,
  commands: readonly KnownCommand[],
  chosen: ChosenKeys,
): KnownCommand | undefined {
  const has = (list: readonly string[]) => list.some((each) => sameKeys(each, keys))
  return commands.find(
    (other) =>
      other.id !== wanted.id &&
      (other.screen === wanted.screen || other.screen === EVERYWHERE || wanted.screen === EVERYWHERE) &&
      has(keysNow(chosen, other)) &&
      !(has(defaultKeys(other)) && has(defaultKeys(wanted))),
  )
}

/**
 * The keys after a command was given one, in the place of another or besides those it has. Whoever held it loses it, and
 * gets the replaced one in exchange.
 */
export function withKey(
  chosen: ChosenKeys,
  wanted: KnownCommand,
  keys: string,
  { replacing, holder }: { replacing?: string | undefined; holder?: KnownCommand | undefined } = {},
): ChosenKeys {
  const own = keysNow(chosen, wanted)
  const at = replacing === undefined ? -1 : own.indexOf(replacing)
  const next = at < 0 ? [...own, keys] : own.with(at, keys)
  const result = { ...chosen, [wanted.id]: withoutRepeats(next) }
  if (!holder) return result
  const exchanged = keysNow(chosen, holder).flatMap((each) => (sameKeys(each, keys) ? (replacing ?? []) : [each]))
  return { ...result, [holder.id]: withoutRepeats(exchanged) }
}

export function withoutKey(chosen: ChosenKeys, from: KnownCommand, keys: string): ChosenKeys {
  return { ...chosen, [from.id]: keysNow(chosen, from).filter((each) => each !== keys) }
}

/** The usual keys again; what others were given of them in the meantime goes back with them. */
export function withDefaults(chosen: ChosenKeys, of: KnownCommand, commands: readonly KnownCommand[]): ChosenKeys {
  const rest = Object.fromEntries(Object.entries(chosen).filter(([id]) => id !== of.id))
  return defaultKeys(of).reduce<ChosenKeys>((keys, each) => {
    const holder = holderOf(each, of, commands, keys)
    return holder ? withoutKey(keys, holder, keysNow(keys, holder).find((own) => sameKeys(own, each)) ?? each) : keys
  }, rest)
}

const withoutRepeats = (keys: readonly string[]): string[] =>
  keys.filter((each, index) => keys.findIndex((other) => sameKeys(other, each)) === index)
