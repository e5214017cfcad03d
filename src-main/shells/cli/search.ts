import type { SearchHit } from '../../contract/api'
import { offsetMap, type OffsetMap } from '../../core/text/offsets'
import { oneLine, print, STATUS } from './terminal'
import { withApp, type Call, type LibraryOption } from './with-app'

/** `search`: words in texts, annotations and sources. */
export async function search(
  words: readonly string[],
  options: LibraryOption & { json?: boolean; limit: number },
): Promise<number> {
  await withApp({ ...options, readOnly: true }, async (call) => {
    const hits = await call('library.search', { query: words.join(' ').slice(0, 500), limit: options.limit })
    if (options.json) await print(`${JSON.stringify(await inCodePoints(call, hits))}\n`)
    else await print(hits.length > 0 ? hits.map(describe).join('') : 'Nothing found.\n')
  })
  return STATUS.done
}

async function inCodePoints(call: Call, hits: readonly SearchHit[]): Promise<SearchHit[]> {
  const maps = new Map<string, OffsetMap>()
  const counted: SearchHit[] = []
  for (const hit of hits) {
    let map = maps.get(hit.document)
    if (!map) {
      const { document } = await call('document.open', { id: hit.document })
      maps.set(hit.document, (map = offsetMap(document.text)))
    }
    const { toCodePoints } = offsetMap(hit.snippet)
    counted.push({
      ...hit,
      start: map.toCodePoints(hit.start),
      end: map.toCodePoints(hit.end),
      matches: hit.matches.map(([start, end]) => [toCodePoints(start), toCodePoints(end)]),
    })
  }
  return counted
}

function describe({ document, title, where, snippet }: SearchHit): string {
  return `${document}  ${oneLine(title)} (${where})\n    ${oneLine(snippet)}\n`
}
