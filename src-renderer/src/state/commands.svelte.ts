import { untrack } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import { MENU_COMMANDS } from '@contract/menu'

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
  run(): void
}

/** Every command there is now. A screen adds its own while it is shown; the last one added under an id counts. */
export class Commands {
  readonly #stacks = new SvelteMap<string, readonly Command[]>()

  /**
   * Adds commands. Returns how to take them away again, so that `$effect(() => commands.add([...]))` is all a component
   * needs.
   */
  add(commands: readonly Command[]): () => void {
    // Untracked, or the effect that adds would depend on what it writes.
    untrack(() => {
      for (const command of commands) this.#stacks.set(command.id, [...(this.#stacks.get(command.id) ?? []), command])
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

/** All keys of a command, the native menus' accelerator first; in the notation of a11y/keys.ts. */
export function commandKeys({ id, keys = [] }: Pick<Command, 'id' | 'keys'>): readonly string[] {
  const menu: Readonly<Record<string, { readonly accelerator?: string }>> = MENU_COMMANDS
  const accelerator = menu[id]?.accelerator
  return accelerator ? [fromAccelerator(accelerator), ...keys] : keys
}

/** Electron's way to write keys as the window's: CmdOrCtrl+Plus is Mod++. */
function fromAccelerator(accelerator: string): string {
  return accelerator
    .replace('CmdOrCtrl', 'Mod')
    .replace(/Plus$/, '+')
    .replace(/(Up|Down|Left|Right)$/, 'Arrow$1')
}
