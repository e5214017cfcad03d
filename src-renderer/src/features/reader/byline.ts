import type { Document } from '@contract/entities'
import { language, t } from '../../messages'

/** Blocks at the top in which a story may say itself who wrote it. */
const TOP = 5

/** Who wrote it, when, and where it came from, in one line; without what the text itself says right below. */
export function bylineOf({ byline, date, origin, text, blocks }: Document): string {
  const top = text.slice(0, blocks[Math.min(TOP, blocks.length) - 1]?.end ?? 0)
  const inText = byline !== undefined && byline !== '' && top.includes(byline)
  const by = byline && !inText && (/^(by|von|par|por|di)\s/i.test(byline) ? byline : t('desk.by', { name: byline }))
  const when = date && !inText && written(date)
  return [by, when, t('desk.importedFrom', { file: origin.fileName })].filter(Boolean).join(' · ')
}

/** A day as people write it; what is no plain date stays as the source has it. */
function written(date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}
