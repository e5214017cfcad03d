/** What was done to a review, told one change at a time. */
import * as v from 'valibot'
import { Author, Id, Time } from './entities'
import { ANNOTATION_KINDS } from './taxonomies'

/** A field that a change gave another value; a value that is not there is left out. */
export const ChangedField = v.object({
  name: v.string(),
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
})
export type ChangedField = v.InferOutput<typeof ChangedField>

/** One change: who, when, what, and about which words. */
export const ToldChange = v.object({
  id: Id,
  op: v.string(),
  /** What several commands done as one were called. */
  label: v.optional(v.string()),
  author: Author,
  createdAt: Time,
  /** It was taken back, and can be done again. */
  undone: v.optional(v.boolean()),
  /** The annotation that it is about, where there is one and it is still there. */
  annotation: v.optional(Id),
  kind: v.optional(v.picklist(ANNOTATION_KINDS)),
  /** The words of the story, of a source or of an answer that it is about; the first few hundred characters. */
  words: v.string(),
  /** How many things it changed. */
  things: v.number(),
  fields: v.array(ChangedField),
})
export type ToldChange = v.InferOutput<typeof ToldChange>
