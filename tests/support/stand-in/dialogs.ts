import type * as Electron from 'electron'

/** What was shown to the person, in order, and what the test has them answer. */
export const shown: Record<string, unknown>[] = []
export const answers: unknown[] = []
export const openedOutside: string[] = []

async function show(...given: unknown[]): Promise<unknown> {
  const options = given.at(-1) as Record<string, unknown>
  shown.push(options)
  return answers.shift() ?? { response: options.cancelId ?? 0, canceled: true, filePaths: [] }
}

export const dialog = { showMessageBox: show, showOpenDialog: show, showSaveDialog: show }
export const shell = { openExternal: async (url: string): Promise<void> => void openedOutside.push(url) }

type Item = Electron.MenuItemConstructorOptions
let items: Item[] = []

export const Menu = {
  buildFromTemplate: (template: Item[]): Item[] => template,
  setApplicationMenu: (menu: Item[]): void => void (items = menu),
}

/** Chooses a menu item as a person would, by its words or its name. */
export function clickMenu(wanted: string): void {
  const item = flat(items).find(({ id, label }) => id === wanted || label === wanted)
  if (!item?.click) throw new Error(`There is no menu item “${wanted}”.`)
  item.click(undefined as never, undefined, undefined as never)
}

export function menuLabels(): string[] {
  return flat(items).flatMap(({ label }) => label ?? [])
}

/** The key that each item shows, by the item’s name. */
export function menuAccelerators(): Record<string, string> {
  return Object.fromEntries(
    flat(items).flatMap(({ id, accelerator }) => (id && accelerator ? [[id, accelerator]] : [])),
  )
}

function flat(menu: Item[]): Item[] {
  return menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}
