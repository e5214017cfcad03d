/** A short name for a list of names in their order (FNV-1a). */
export function fingerprint(names: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const unit of names.join(' ')) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
