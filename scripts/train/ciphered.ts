import type { LabelledArticle } from './labelled-lines'

/** Letters that stand for a to z; capitals too where the script has them. */
const SCRIPTS: Readonly<Record<string, { readonly letters: string; readonly spaced: boolean }>> = {
  ru: { letters: 'абвгдежзиклмнопрстуфхцчшыя', spaced: true },
  uk: { letters: 'абвгдежзиіклмнопрстуфхцчшї', spaced: true },
  pl: { letters: 'eipyrmtuwonkszcdłgbąjęlóśa', spaced: true },
  it: { letters: 'eiopurnmaldtcsvgfbzhqèòùàk', spaced: true },
  nl: { letters: 'enratoidlmghkswvupbzjfcéyx', spaced: true },
  ar: { letters: 'ابتثجحخدذرزسشصضطظعغفقكلمنه', spaced: true },
  hi: { letters: 'कखगघचछजझटठडढणतथदधनपफबभमयरल', spaced: true },
  ko: { letters: '가나다라마바사아자차카타파하거너더러머버서어저처커터', spaced: true },
  zh: { letters: '的一是在不了有和人这中大为上个国我以要他时来用们生到', spaced: false },
  ja: { letters: 'のにはをたがでてとしれさあいるもなかうきくけこすそだ', spaced: false },
}

export const CIPHERS = Object.keys(SCRIPTS)

/**
 * The article in letters of another script, so that what is learnt of shape, place and ties holds where none of the
 * words is known. Lines for which `keep` says so stay as they are: marker phrases that are of that language already.
 */
export function ciphered(
  article: LabelledArticle,
  language: string,
  keep: (text: string) => string | undefined,
): LabelledArticle {
  const script = SCRIPTS[language]
  if (!script) throw new Error(`No letters for ${language}.`)
  const letters = [...script.letters]
  const inScript = (text: string) => {
    const written = text.normalize('NFD').replace(/[a-zA-Z]+/g, (word) => {
      const spelt = Array.from(word, (letter) => {
        const lower = letter.toLowerCase()
        const there = letters[lower.charCodeAt(0) - 97] as string
        return lower === letter ? there : there.toUpperCase()
      }).join('')
      // A word of four or five letters is two characters there.
      return script.spaced ? spelt : [...spelt].filter((_, i) => i % 3 === 0).join('')
    })
    if (script.spaced) return written
    const joined = written
      .replace(/(?<=\p{L}) (?=\p{L})/gu, '')
      .replaceAll('. ', '。')
      .replaceAll(', ', '、')
      .replace(/\.$/, '。')
    return joined
  }
  return {
    ...article,
    language,
    english: false,
    lines: article.lines.map((line) => {
      const kept = keep(line.text)
      if (kept === undefined) return { ...line, text: inScript(line.text) }
      return { ...line, text: kept + inScript(line.text.slice(kept.length)) }
    }),
  }
}
