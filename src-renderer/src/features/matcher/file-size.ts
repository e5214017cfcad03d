import { language } from '../../messages'

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const
const formats = UNITS.map(
  (unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }),
)

/** The size of a file as people say it: "312 byte", "4.2 kB", "12 MB". @param bytes a count */
export function fileSize(bytes: number): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return formats[step]?.format(bytes / 1_000 ** step) ?? String(bytes)
}
