/**
 * A plain copy of what the window holds: reactive proxies cannot be cloned across the bridge. The transports call this,
 * and nobody else has to. Bytes are passed as they are, since they are never reactive and may be large.
 */
export function snapshot(value: unknown): unknown {
  if (value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(snapshot)
  if (typeof value === 'object' && value !== null && !hasBytes(value)) return $state.snapshot(value)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, snapshot(inner)]))
  return value
}

function hasBytes(value: object): boolean {
  return Object.values(value).some(
    (inner) =>
      inner instanceof Uint8Array || (typeof inner === 'object' && inner !== null && hasBytes(inner as object)),
  )
}
