import { access } from './access'
import { advertisement } from './advertisement'
import { media } from './media'
import { newsletter } from './newsletter'
import { page } from './page'
import type { Phrases } from './phrase-table'
import { related } from './related'
import { share } from './share'

/** What a marker phrase stands for, in the order the features and weights use. */
export const PURPOSES = ['related', 'advertisement', 'newsletter', 'share', 'media', 'access', 'page'] as const
export type Purpose = (typeof PURPOSES)[number]

export const phrasesByPurpose: Readonly<Record<Purpose, Phrases>> = {
  related,
  advertisement,
  newsletter,
  share,
  media,
  access,
  page,
}
