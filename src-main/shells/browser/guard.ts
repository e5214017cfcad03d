import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export const TOKEN_HEADER = 'x-bluepencil-token'

/** Why a request is turned away, before anything of its body is read. */
export interface Refusal {
  readonly status: number
  readonly message: string
}

export interface Knock {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** Wrong tokens a minute that are still answered as such; beyond it the answer is 429. */
const FAILURES_A_MINUTE = 20

/**
 * Judges every request by itself. The server listens on loopback, but any page in any browser on the machine can send
 * requests there, and a rebound host name can make them look like our own: so Host, Origin and Sec-Fetch-Site are
 * checked on all of them, and whatever reads or writes data needs the token that only the printed address carries.
 *
 * A right token always passes: somebody who guesses wrong all day cannot lock the editor out.
 *
 * @param hosts allowed values of the Host header, with port
 * @param now milliseconds, any epoch
 * @returns the refusal, or undefined when the request may go on
 */
export function createGuard(token: string, hosts: readonly string[], now: () => number) {
  let failures: number[] = []

  function refuseToken(headers: IncomingHttpHeaders): Refusal | undefined {
    const given = headers[TOKEN_HEADER]
    if (typeof given === 'string' && sameText(given, token)) return undefined
    const time = now()
    failures = [...failures.filter((at) => time - at < 60_000), time].slice(-FAILURES_A_MINUTE - 1)
    if (failures.length > FAILURES_A_MINUTE) return { status: 429, message: 'Too many wrong tokens. Wait a minute.' }
    return { status: 401, message: 'This address needs the token that Blue Pencil printed when it started.' }
  }

  return function refuse({ method, path, headers }: Knock): Refusal | undefined {
    const host = headers.host
    if (!host || !hosts.includes(host)) return { status: 421, message: 'This server answers to its own address only.' }
    const origin = headers.origin
    if (origin !== undefined && origin !== `http://${host}`)
      return { status: 403, message: 'Requests from other sites are not answered.' }
    if (fromElsewhere(headers)) return { status: 403, message: 'Requests from other sites are not answered.' }

    if (path === '/rpc') {
      if (method !== 'POST') return { status: 405, message: 'Calls are made by POST.' }
      if (origin === undefined) return { status: 403, message: 'A call has to say which page it comes from.' }
      if (!/^application\/json(;|$)/i.test(headers['content-type'] ?? ''))
        return { status: 415, message: 'Calls are sent as application/json.' }
      return refuseToken(headers)
    }
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, message: 'Files are read by GET.' }
    return path === '/events' ? refuseToken(headers) : undefined
  }
}

/** A browser says where a request comes from; following a link here is allowed, being embedded or fetched is not. */
function fromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document'
}

/** Takes the same time wherever the texts differ. The length of the token is no secret. */
function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}
