/** Characters. Longer addresses are data, not places. */
const LONGEST = 2_000

/**
 * The address of a link as a document keeps it: inert text that is shown, never followed by the app itself. Only web,
 * mail and telephone addresses and relative ones are kept; a script, a file or data in an address is dropped.
 */
export function keepAddress(href: string | undefined): string | undefined {
  // Browsers ignore tabs and line ends in addresses, and controls in front; so must a check of what they begin with.
  // eslint-disable-next-line no-control-regex
  const address = href?.replace(/[\u0000-\u001f\u007f]/g, '').trim()
  if (!address || address.length > LONGEST) return undefined
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]
  return scheme === undefined || /^(?:https?|mailto|tel)$/i.test(scheme) ? address : undefined
}
