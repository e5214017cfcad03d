import type { Block } from '../../contract/entities'
import type { Sentence } from './model'

/** Endings after which Intl.Segmenter breaks although the sentence goes on. */
const ABBREVIATION =
  /(?:^|[\s("“‘'[])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Pres|Supt|Insp|St|Mt|Ft|Jr|Sr|vs|v|No|Nos|Inc|Ltd|Co|Corp|etc|e\.g|i\.e|a\.m|p\.m|approx|est|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Nr|bzw|z\.B|u\.a|Hr|Fr|Abs|M|Mme|Mlle|Sr|Sra|Dña|[A-Z])\.\s*$/u

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  let made = segmenters.get(language)
  if (!made)
    segmenters.set(
      language,
      (made = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' })),
    )
  return made
}

/**
 * Sentences of each block, by Intl.Segmenter (Unicode UAX 29 with CLDR tailoring), joined again where it broke after
 * an abbreviation or an initial. White space around a sentence is left out; a sentence never leaves its block.
 */
export function sentencesOf(text: string, blocks: readonly Block[], language: string): Sentence[] {
  const sentences: Sentence[] = []
  const tool = segmenter(language)
  blocks.forEach((block, index) => {
    const content = text.slice(block.start, block.end)
    let start = 0
    let end = 0
    const close = () => {
      const piece = content.slice(start, end)
      const trimmed = piece.trim()
      if (trimmed) {
        const at = block.start + start + (piece.length - piece.trimStart().length)
        sentences.push({ start: at, end: at + trimmed.length, block: index })
      }
      start = end
    }
    for (const { segment } of tool.segment(content)) {
      end += segment.length
      if (!ABBREVIATION.test(content.slice(Math.max(start, end - 16), end))) close()
    }
    close()
  })
  return sentences
}
