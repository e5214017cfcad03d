import type { CustomScheme, Protocol } from 'electron'
import type { PageFiles } from '../page/files'
import { SECURITY_HEADERS } from '../page/headers'

/** The page's own scheme: a real origin, unlike file:, so that headers, CSP and same-origin rules hold. */
export const PAGE_ORIGIN = 'app://bluepencil'
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`

export const PAGE_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
}

/** True for an address of the page itself, whatever file of it. */
export function isPageAddress(url: string): boolean {
  return url.startsWith(PAGE_ADDRESS)
}

/** Serves the built page from the map made at start; a request names a key of it or gets nothing. */
export function servePage(protocol: Pick<Protocol, 'handle'>, files: PageFiles): void {
  protocol.handle('app', (request) => {
    const file = isPageAddress(request.url) ? files.get(new URL(request.url).pathname) : undefined
    if (!file || request.method !== 'GET')
      return new Response('There is nothing here.', { status: 404, headers: SECURITY_HEADERS })
    return new Response(file.bytes, {
      headers: { ...SECURITY_HEADERS, 'content-type': file.mediaType, 'cache-control': file.cacheControl },
    })
  })
}
