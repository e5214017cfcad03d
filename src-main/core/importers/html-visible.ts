import { attribute, type PageElement } from './html-parse'

/** Elements that browsers show nothing of, or whose content is shown only where they fail. */
const HIDDEN = new Set(
  'head script style template noscript noembed noframes iframe object embed audio video canvas datalist rp map area param source track meta link base title'.split(
    ' ',
  ),
)

/**
 * Whether a reader of the page sees nothing of an element: it is of a kind that shows nothing, has the `hidden`
 * attribute, is a dialog not opened, or its own style says `display: none`. What `aria-hidden` hides from screen
 * readers is there to be seen, so it counts as visible; style sheets are not read.
 */
export function isHidden(element: PageElement): boolean {
  const tag = element.tagName
  if (HIDDEN.has(tag)) return true
  if (element.attrs.length === 0) return tag === 'dialog'
  if (attribute(element, 'hidden') !== undefined) return true
  if (tag === 'dialog' && attribute(element, 'open') === undefined) return true
  const style = attribute(element, 'style')
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** Elements that begin and end a line of their own. */
export const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td ' +
    'textarea tfoot th thead tr ul'
  ).split(' '),
)
