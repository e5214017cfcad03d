/** How a library files its documents. */
import * as v from 'valibot'
import { Author, Id, Time } from './basics'

/** The longest name of a folder or a tag. UTF-16 code units. */
export const LONGEST_LABEL = 80

/**
 * Where the library files a document: the one folder it is in, or one of its tags. The same tag has the same id wherever
 * it is given, so that it is one after a merge; the name of a folder may be empty, which takes the document out of it.
 */
export const Label = v.object({
  id: Id,
  kind: v.picklist(['folder', 'tag']),
  name: v.pipe(v.string(), v.maxLength(LONGEST_LABEL)),
  author: Author,
  createdAt: Time,
  updatedAt: Time,
})
export type Label = v.InferOutput<typeof Label>
