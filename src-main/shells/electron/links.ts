import type { BrowserWindow, Dialog, Shell } from 'electron'

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/** An address that may leave the app, in the form a browser would read it, or undefined. */
export function externalAddress(url: string): string | undefined {
  try {
    const address = new URL(url)
    return ALLOWED.has(address.protocol) ? address.href : undefined
  } catch {
    return undefined
  }
}

export interface LinkOpener {
  dialog: Pick<Dialog, 'showMessageBox'>
  shell: Pick<Shell, 'openExternal'>
  window(): BrowserWindow | undefined
}

/**
 * Opens an address in the system's browser or mail program, after showing all of it: what a link says and where it
 * leads are two things, and an imported article chose both.
 *
 * @returns whether it was opened; other schemes never are
 */
export async function openLink({ dialog, shell, window }: LinkOpener, url: string): Promise<boolean> {
  const address = externalAddress(url)
  if (!address) return false
  const options = {
    type: 'question' as const,
    message: 'Open this address outside Blue Pencil?',
    detail: address,
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const parent = window()
  const { response } = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options))
  if (response !== 1) return false
  await shell.openExternal(address)
  return true
}
