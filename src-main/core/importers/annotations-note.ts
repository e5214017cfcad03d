import type { Annotation, Author } from '../../contract/entities'
import type { Pointing, Unit } from '../anchoring/spots'

type FieldsOf<K extends Annotation['kind']> = Omit<
  Extract<Annotation, { kind: K }>,
  'id' | 'anchor' | 'revision' | 'placing' | 'note' | 'suggestion' | 'author' | 'createdAt' | 'updatedAt'
>
/** The fields that belong to one kind of annotation. */
export type KindFields = FieldsOf<'highlight'> | FieldsOf<'claim'> | FieldsOf<'flag'> | FieldsOf<'comment'>

/** An annotation of another program, before it has a place here. */
export interface ForeignNote {
  /** Made from what the file says, so that the same file read twice gives the same. */
  readonly id: string
  readonly author: Author
  /** ISO 8601, UTC; left out where the file does not say. */
  readonly createdAt?: string
  readonly updatedAt?: string
  readonly words: string
  readonly fields: KindFields
  /** What it is about: the same several times where it has several targets; none for a reply. */
  readonly targets: readonly ForeignTarget[]
  /** Id of the note that it answers. */
  readonly answers?: string
}

export interface ForeignTarget {
  /** The address of the page or text; empty where it is not said. */
  readonly page: string
  /** Left out for a note on the whole. */
  readonly pointing?: Pointing
}

/** What a file of annotations holds. */
export interface ForeignNotes {
  readonly program: 'W3C' | 'Hypothesis'
  readonly unit: Unit
  readonly notes: readonly ForeignNote[]
  /** Sentences on what could not be understood. */
  readonly notices: readonly string[]
}

export const COMMENT: KindFields = { kind: 'comment', resolved: false }
