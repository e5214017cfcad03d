/** The settings of a person on a machine, and what runs there. */
import * as v from 'valibot'
import { Author, Id } from './entities'
import { OutFormat } from './exporting'
import { EXPORT_PROFILES } from './taxonomies'

export const TYPEFACES = ['serif', 'sans', 'system'] as const

export const Settings = v.object({
  /** Nobody until the app has asked, once. */
  author: v.optional(Author),
  theme: v.picklist(['system', 'light', 'dark']),
  /** Of the article, in CSS pixels. */
  textSize: v.pipe(v.number(), v.minValue(12), v.maxValue(40)),
  /** Characters a line. */
  lineLength: v.pipe(v.number(), v.minValue(40), v.maxValue(110)),
  /** Of the article. The serif where nobody chose. */
  typeface: v.optional(v.fallback(v.picklist(TYPEFACES), 'serif')),
  /** Distance of the article's lines, as a multiple of its size; 1.62 where nobody chose. */
  leading: v.optional(v.pipe(v.number(), v.minValue(1.2), v.maxValue(2.4))),
  /** More room between letters and words. */
  wideSpacing: v.optional(v.boolean()),
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  letterKeys: v.boolean(),
  showOutline: v.boolean(),
  showMargin: v.boolean(),
  /** Commands whose keys this person chose, by the command's id, in the notation of key-notation.ts; none is “no key”. */
  keys: v.optional(
    v.record(
      v.pipe(v.string(), v.maxLength(100)),
      v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(40))), v.maxLength(8)),
    ),
  ),
  /** How this person exported last; the next export begins with it. */
  exporting: v.optional(
    v.object({
      format: v.fallback(OutFormat, 'docx'),
      profile: v.fallback(v.picklist(EXPORT_PROFILES), 'annotated-draft'),
      /** Of several stories: whether each is a file of its own. */
      apart: v.boolean(),
    }),
  ),
  tourDone: v.boolean(),
  recent: v.array(v.object({ id: Id, title: v.string() })),
})
export type Settings = v.InferOutput<typeof Settings>

export const AppInfo = v.object({
  version: v.string(),
  shell: v.picklist(['electron', 'browser', 'cli']),
  platform: v.string(),
  library: v.string(),
  readOnly: v.optional(v.string()),
})
export type AppInfo = v.InferOutput<typeof AppInfo>
