import type { Block, Inline, MarkupHint } from '../../contract/entities'

/**
 * What the markup says of each block, where it says anything.
 *
 * @param rolesOf roles of the block with this index; none where a format has no such thing
 */
export function hintsOfLinks(
  blocks: readonly Block[],
  inlines: readonly Inline[],
  rolesOf: (index: number) => Iterable<string> = () => [],
): MarkupHint[] {
  const links = inlines.filter((inline) => inline.kind === 'link')
  let next = 0
  return blocks.flatMap(({ start, end }, index) => {
    let linked = 0
    for (let link = links[next]; link && link.start < end; link = links[++next]) linked += link.end - link.start
    const roles = [...rolesOf(index)]
    return linked || roles.length ? [{ start, end, linkShare: Math.min(1, linked / (end - start)), roles }] : []
  })
}
