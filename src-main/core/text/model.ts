import type { Block, Inline } from '../../contract/entities'
import { plainBlocks } from './blocks'
import { sentencesOf } from './sentences'

/** A half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface Sentence extends Range {
  /** Index of the block it stands in. */
  readonly block: number
}

/** What detectors and the reader work on: a text and how it is divided. Everything is in order and never overlaps. */
export interface TextModel {
  readonly text: string
  /** BCP 47; "und" where unknown. */
  readonly language: string
  readonly blocks: readonly Block[]
  readonly inlines: readonly Inline[]
  /** Made on first use: dividing a long text takes time that not every caller needs. */
  readonly sentences: readonly Sentence[]
}

/** @param parts what an importer found; a plain text's blocks are read off its lines */
export function textModel(
  text: string,
  parts: { language?: string; blocks?: readonly Block[]; inlines?: readonly Inline[] } = {},
): TextModel {
  const blocks = parts.blocks ?? plainBlocks(text)
  const language = parts.language ?? 'und'
  let sentences: readonly Sentence[] | undefined
  return {
    text,
    language,
    blocks,
    inlines: parts.inlines ?? [],
    get sentences() {
      return (sentences ??= sentencesOf(text, blocks, language))
    },
  }
}
