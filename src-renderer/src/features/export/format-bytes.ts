import { language } from '../../messages'

const units = ['byte', 'kilobyte', 'megabyte'] as const
const written = units.map(
  (unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }),
)

/** The size of a file as a file manager writes it, in thousands. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return written[power]?.format(bytes / 1_000 ** power) ?? String(bytes)
}
