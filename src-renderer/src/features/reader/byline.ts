import type { Document } from '@contract/entities'
import { t } from '../../messages'

/** Who wrote it, when, and where it came from, in one line. */
export function bylineOf({ byline, date, origin }: Document): string {
  const by = byline && (/^(by|von|par|por|di)\s/i.test(byline) ? byline : t('desk.by', { name: byline }))
  return [by, date, t('desk.importedFrom', { file: origin.fileName })].filter(Boolean).join(' · ')
}
