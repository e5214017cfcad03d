/** Characters looked at: enough to be sure, few enough to be free. */
const SAMPLE = 12_000

/**
 * The commonest small words of each language. A word of several languages counts for each of them, but for less.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it was on with as be at by this had not are but from or have an they which were there been their has would will what said he she his her who more when if out',
  de: 'der die das und ist in den von zu mit sich des auf für nicht im dem ein eine auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch',
  fr: 'le la les de des et est un une dans que qui en du pour pas au sur il elle se ne par plus avec ce sont mais ou aux cette été son sa ses leur nous vous ont était être fait comme tout même',
  es: 'el la los las de que y en un una por con no para es se del lo al como más pero sus su le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde está',
  it: 'il lo la i gli le di che e è un una in per non con del della dei delle nel alla al da si sono come anche più ma ha dal ha suo sua questo questa loro essere stato hanno nella tra dopo alle era',
  pt: 'o a os as de que e em um uma para com não por se do da dos das no na nos mais como mas foi ao ele ela são sua seu ou ser quando muito há já está também só pelo pela até isso entre',
  nl: 'de het een en van in is dat op te zijn met voor niet die aan er om ook als dan maar bij of uit nog naar hij ze door over wordt werd heeft deze worden kan geen dit wat meer had zou onder tot haar',
  pl: 'i w na z do nie się że to jest o jak po co ale od za przez przy dla są tym tego jego jej był być było już tylko oraz który która które może ich także ze czy tak lub po ma bardzo gdy',
  sv: 'och i att det som en på är av för med till den har de inte om ett men var jag sig från vi så kan när han hon eller nu efter vid också skulle där ska sina under hade mot över',
  nb: 'og i at det er en til på som av for med den har de ikke der et men om var jeg seg fra vi så kan han hun eller etter ved også skulle når være ble mot under hvor deres hadde',
  da: 'og i at det er en til på som af for med den har de ikke der et men om var jeg sig fra vi så kan han hun eller efter ved også skulle når være blev mod under hvor deres havde',
}

/** Each small word, the languages that have it, and how much it counts for each. */
const WEIGHTS: ReadonlyMap<string, readonly string[]> = (() => {
  const languages = new Map<string, string[]>()
  for (const [language, words] of Object.entries(SMALL_WORDS))
    for (const word of new Set(words.split(' '))) languages.set(word, [...(languages.get(word) ?? []), language])
  return languages
})()

/** Scripts that say the language by themselves, or nearly; the first with most letters wins. */
const SCRIPTS: readonly (readonly [RegExp, (sample: string) => string])[] = [
  [/\p{sc=Hangul}/gu, () => 'ko'],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu, (sample) => (/[\p{sc=Hiragana}]/u.test(sample) ? 'ja' : 'zh')],
  [/\p{sc=Cyrillic}/gu, cyrillic],
  [/\p{sc=Arabic}/gu, (sample) => (/[پچژگ]/u.test(sample) ? 'fa' : 'ar')],
  [/\p{sc=Devanagari}/gu, () => 'hi'],
  [/\p{sc=Hebrew}/gu, () => 'he'],
  [/\p{sc=Greek}/gu, () => 'el'],
  [/\p{sc=Thai}/gu, () => 'th'],
]

function cyrillic(sample: string): string {
  const ukrainian = sample.match(/[іїєґ]/giu)?.length ?? 0
  const russian = sample.match(/[ыэёъ]/giu)?.length ?? 0
  if (ukrainian === russian) return 'und'
  return ukrainian > russian ? 'uk' : 'ru'
}

/**
 * The language of a text by its script and its commonest small words.
 *
 * @returns BCP 47, "und" where it is not clear
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 8) return 'und'
  for (const [script, language] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) > letters * 0.4) return language(sample)
  return bySmallWords(sample)
}

function bySmallWords(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const scores = new Map<string, number>()
  for (const word of words) {
    const languages = WEIGHTS.get(word)
    if (!languages) continue
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < Math.max(1.5, words.length * 0.08)) return 'und'
  return second && second[1] > best[1] * 0.85 ? 'und' : best[0]
}

/** A language tag as a file declares it, in the form BCP 47 asks for; undefined where it is none. */
export function languageTag(declared: string | undefined): string | undefined {
  const tag = declared?.trim().replaceAll('_', '-')
  if (!tag || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
