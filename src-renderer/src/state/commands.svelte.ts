import { untrack } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import { fromAccelerator, isCharacterPress } from '@contract/key-notation'
import { MENU_COMMANDS } from '@contract/menu'
import type { Settings } from '@contract/settings'

export type CommandGroup = 'file' | 'edit' | 'annotate' | 'review' | 'go' | 'view' | 'help'

/** One thing the window can do. Palette, key sheet, toolbar, native menus and keys all come from here. */
export interface Command {
  /** As in the native menus, such as `review.run`. */
  readonly id: string
  /** In the person's language; a function where it changes with what is at hand (“Undo: flag”). */
  readonly label: string | (() => string)
  readonly group: CommandGroup
  /** Besides the accelerator that the native menus show for this id, which counts by itself. */
  readonly keys?: readonly string[]
  /** Whether it can be done now; always where not given. */
  readonly when?: () => boolean
  /** Other words somebody may look for. */
  readonly words?: string
  /** Works inside a dialog, too. */
  readonly inDialogs?: boolean
  run(): void
}

/** What is remembered of a command whose screen may be gone. */
export interface KnownCommand extends Pick<Command, 'id' | 'group'> {
  readonly label: string
  readonly keys: readonly string[]
  readonly screen: string
}

/** The screen of a command that all screens have. */
export const EVERYWHERE = 'everywhere'

/** Every command there is now. A screen adds its own while it is shown; the last one added under an id counts. */
export class Commands {
  readonly #stacks = new SvelteMap<string, readonly Command[]>()

  readonly #known = new Map<string, KnownCommand>()

  /**
   * @param chosen the person's keys, and whether single characters are keys at all; read anew each time
   * @param screen what is shown now
   */
  constructor(
    private readonly chosen: () => Pick<Settings, 'keys' | 'letterKeys'>,
    private readonly screen: () => string,
  ) {}

  /**
   * Adds commands. Returns how to take them away again, so that `$effect(() => commands.add([...]))` is all a component
   * needs. Those of a screen that is not shown may share a key with them; `everywhere` ones may not.
   */
  add(commands: readonly Command[], everywhere = false): () => void {
    // Untracked, or the effect that adds would depend on what it writes.
    untrack(() => {
      const screen = everywhere ? EVERYWHERE : this.screen()
      for (const command of commands) {
        const { id, group, keys = [] } = command
        const under = this.#stacks.get(id)?.length ? this.#known.get(id) : undefined
        this.#stacks.set(id, [...(this.#stacks.get(id) ?? []), command])
        const before = this.#known.get(id)?.screen ?? screen
        // One that two screens have, such as undo, is one command with one key.
        this.#known.set(id, {
          id,
          group,
          keys,
          // What a panel lays over it for a while is the same gesture, and goes by its first name.
          label: under?.label ?? commandLabel(command),
          screen: before === screen ? screen : EVERYWHERE,
        })
      }
    })
    return () => untrack(() => this.#remove(commands))
  }

  get(id: string): Command | undefined {
    return this.#stacks.get(id)?.at(-1)
  }

  /** All commands, those that cannot be done now too: the key sheet shows them. */
  get all(): Command[] {
    return [...this.#stacks.values()].flatMap((stack) => stack.at(-1) ?? [])
  }

  /** Every command that has been there since the window was opened, for choosing keys. */
  get known(): readonly KnownCommand[] {
    return [...this.#known.values()]
  }

  get available(): Command[] {
    return this.all.filter((command) => command.when?.() ?? true)
  }

  /** Runs a command by its id. False where there is none, or it cannot be done now. */
  run(id: string): boolean {
    const command = this.get(id)
    if (!command || command.when?.() === false) return false
    command.run()
    return true
  }

  /** All keys of a command: those the person chose, or else the usual ones. */
  keysOf(command: Pick<Command, 'id' | 'keys'>): readonly string[] {
    return this.chosen().keys?.[command.id] ?? defaultKeys(command)
  }

  /** The key to show beside a control that does a command: one that works as things are, a single letter if there is one. */
  shownKey(id: string): string | undefined {
    const command = this.get(id)
    if (!command) return undefined
    const { letterKeys } = this.chosen()
    const usable = this.keysOf(command).filter((keys) => letterKeys || !isCharacterPress(keys))
    return usable.find(isCharacterPress) ?? usable[0]
  }

  #remove(commands: readonly Command[]): void {
    for (const command of commands) {
      const rest = (this.#stacks.get(command.id) ?? []).filter((added) => added !== command)
      if (rest.length > 0) this.#stacks.set(command.id, rest)
      else this.#stacks.delete(command.id)
    }
  }
}

export function commandLabel(command: Command): string {
  return typeof command.label === 'function' ? command.label() : command.label
}

/** The keys a command has unless somebody chose others, the native menus' accelerator first. */
export function defaultKeys({ id, keys = [] }: Pick<Command, 'id' | 'keys'>): readonly string[] {
  const menu: Readonly<Record<string, { readonly accelerator?: string }>> = MENU_COMMANDS
  const accelerator = menu[id]?.accelerator
  return accelerator ? [fromAccelerator(accelerator), ...keys] : keys
}
