/** Where text goes that is not part of the story: a name, a title, the words of a note. */
export interface Collector {
  text: string
  /** Told when the group ends. */
  readonly done?: (text: string) => void
}

/** What holds inside a group and is as before when the group ends. */
export interface RtfState {
  /** Undefined: the story itself. */
  readonly sink: Collector | 'nowhere' | undefined
  readonly field: { href?: string } | undefined
  readonly note: RtfNote | undefined
  readonly font: number
  /** Characters that stand in for a Unicode one, for programs that know none. */
  readonly stand: number
  readonly bold: boolean
  readonly italic: boolean
  readonly hidden: boolean
  readonly inserted: boolean
  readonly deleted: boolean
  readonly link: string | undefined
  readonly style: number
  readonly outline: number | undefined
  readonly list: boolean
  readonly listLevel: number
  readonly inTable: boolean
}

/** A note being read; `ref` says which range it is on. */
export interface RtfNote {
  ref?: string
  parent?: string
  date?: number
  author: string
  initials: string
  body: string
  at: number
}

export const START: RtfState = {
  sink: undefined,
  field: undefined,
  note: undefined,
  font: -1,
  stand: 1,
  bold: false,
  italic: false,
  hidden: false,
  inserted: false,
  deleted: false,
  link: undefined,
  style: -1,
  outline: undefined,
  list: false,
  listLevel: 0,
  inTable: false,
}

/** `\plain`: the character properties as they are by default. */
export const PLAIN: Partial<RtfState> = { bold: false, italic: false, hidden: false, inserted: false, deleted: false }
/** `\pard`: the paragraph properties as they are by default. */
export const PARD: Partial<RtfState> = { style: -1, outline: undefined, list: false, listLevel: 0, inTable: false }

/** A toggle is on without a number or with one that is not 0. */
const on = (value: number | undefined) => value !== 0

/** What a control word of formatting makes of a state; undefined for other words. */
export function formatted(name: string, value: number | undefined): Partial<RtfState> | undefined {
  switch (name) {
    case 'plain':
      return PLAIN
    case 'pard':
      return PARD
    case 'b':
      return { bold: on(value) }
    case 'i':
      return { italic: on(value) }
    case 'v':
      return { hidden: on(value) }
    case 'revised':
      return { inserted: on(value) }
    case 'deleted':
      return { deleted: on(value) }
    case 'f':
      return { font: value ?? -1 }
    case 'uc':
      return { stand: Math.max(0, Math.min(value ?? 1, 10)) }
    case 's':
      return { style: value ?? -1 }
    case 'outlinelevel':
      return { outline: value }
    case 'ls':
      return { list: (value ?? 0) > 0 }
    case 'ilvl':
      return { listLevel: Math.max(0, Math.min(value ?? 0, 20)) }
    case 'intbl':
      return { inTable: true }
    default:
      return undefined
  }
}
