import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LabelledSentence {
  readonly id: string
  readonly source: string
  readonly text: string
  /** 1 = worth checking. */
  readonly label: 0 | 1
}

function lines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

export const labelledSentences = (folder: string) => lines<LabelledSentence>(join(folder, 'claims-dev.jsonl'))

/** English running text of all the labelled files, for learning which words are used alike; labels are not read. */
export function runningText(folder: string): string[] {
  const texts = labelledSentences(folder).map((sentence) => sentence.text)
  for (const article of lines<{ text: string }>(join(folder, 'quotes-dev.jsonl')))
    texts.push(...article.text.split(/\n+/))
  for (const file of ['insertions-dev.jsonl', 'insertions-web-dev.jsonl'])
    for (const article of lines<{ lang?: string; lines: { text: string }[] }>(join(folder, file)))
      if (!article.lang || article.lang.startsWith('en'))
        for (const line of article.lines) if (line.text.length > 60) texts.push(line.text)
  return texts
}
