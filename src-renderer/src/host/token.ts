const KEY = 'bluepencil-token'

/**
 * The key of this session from `#token=…`. It is taken out of the address bar at once, so that it is neither shared nor
 * bookmarked, and kept for this tab alone, so that reloading works.
 */
export function takeToken(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const given = new URLSearchParams(page.location.hash.slice(1)).get('token')
  if (!given) return page.sessionStorage.getItem(KEY) ?? ''
  page.sessionStorage.setItem(KEY, given)
  page.history.replaceState(null, '', page.location.pathname + page.location.search)
  return given
}
