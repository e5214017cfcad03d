const set = (words: string) => new Set(words.split(' '))

/** Always before a name or another word: a full stop after them ends nothing. */
const LEADING = set(
  'Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Hon Gov Sen Rep Reps Sens Gen Lt Col Sgt Capt Maj Cmdr Adm Brig Cpl Pvt Pte Pres Supt Insp Det Msgr Fr ' +
    'St Ste Mt Ft Dipl Ing Mag Hr Hrn Frl M MM Mme Mmes Mlle Mgr Me Sr Sra Srta Sres D Dª Dña Lic Arq Sig Dott Avv On Exc ' +
    'vs v e.g eg i.e ie cf ca bzw z.B z.b d.h u.a i.d.R sog evtl ggf inkl zzgl insb vgl resp p.ex p.ej viz approx est incl',
)

/** Before a number. */
const NUMBERING = set(
  'No Nos no nos Nr Nrn nr núm Núm num n.º pp p vol Vol art Art Abs Ziff Kap Fig fig Sec sec Ch ch Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec ' +
    'Okt Dez Mär janv févr avr juil sept oct nov déc ene feb mar abr jun jul ago sep dic',
)

/** May end a sentence or stand inside one: what follows tells. */
const EITHER = set(
  'Jr Inc Ltd Co Corp Bros plc Esq Ave Blvd Rd etc al a.m p.m am pm Ph.D M.D B.A M.A usw u.s.w Mio Mrd Std Min St.',
)

/** Words that begin a new sentence far more often than they carry on a name. */
const STARTERS = set(
  'The A An This That These Those He She It They We I You His Her Their Its Our My In On At By For From With As But And Or So Yet If When While ' +
    'After Before Since There Here What Who Why How Where Not No Now Then Also However Meanwhile Asked Under According To Both Some Many Most All One ' +
    'Der Die Das Ein Eine Er Sie Es Wir Ich Im Am In Und Aber Doch Auch Dies Diese Dort Da Als Nach Bei Mit Für Zu ' +
    'Le La Les Un Une Il Elle Ils Elles Nous On Mais Et Dans Pour Ce Cette Ces En Au Selon El Los Las Una Su Sus Pero Con Según No Yo Lo',
)

const ORDINAL_LANGUAGES = new Set(['de', 'da', 'no', 'nb', 'fi', 'pl', 'cs', 'hu'])

/** The word with the full stop at the end of a piece: "Mr", "U.S", "e.g". */
const LAST_WORD = /(?:^|[\s("“‘'«„[/–—-])((?:[\p{L}\p{M}ª]+\.)*[\p{L}\p{M}ª]+)\.[)\]]?\s*$/u
const ENDS_IN_ORDINAL = /(?:^|\s)\d{1,2}\.\s*$/
const NEXT_WORD = /^["“„«‘'([]*([\p{L}\p{M}]+|\d)/u

/**
 * Whether a sentence goes on where Unicode's rules would end it.
 *
 * @param before what the piece ends with; a few words are enough
 * @param after what the next piece begins with
 * @param language BCP 47
 */
export function goesOn(before: string, after: string, language: string): boolean {
  // “Really?” he asked; "Never!" cried the crowd; … and so on.
  if (/[?!…][\s"”’»“'«)\]]*$/u.test(before) && /^[\s»”’]*\p{Ll}/u.test(after)) return true
  if (!/\.[)\]]?\s*$/.test(before)) return false
  // z. B., d. h., p. ex., written with spaces
  if (/(?:^|\s)\p{Ll}\.\s*$/u.test(before) && /^\p{L}{1,2}\./u.test(after)) return true
  if (/\sp\. ?e[xj]\.\s*$/u.test(before)) return true
  const next = NEXT_WORD.exec(after)?.[1] ?? ''
  if (ENDS_IN_ORDINAL.test(before)) return ORDINAL_LANGUAGES.has(language.slice(0, 2)) && !STARTERS.has(next)
  const word = LAST_WORD.exec(before)?.[1]?.replace(/\s/gu, '')
  if (word === undefined) return false
  if (LEADING.has(word)) return true
  if (NUMBERING.has(word)) return /^\d/.test(next) || /^[IVXLC]+$/.test(next)
  // An initial (J. K. Marsh) or letters with stops (U.S., D.C.), or a word like Inc.
  if (/^\p{Lu}(?:\.\p{Lu})*$/u.test(word) || EITHER.has(word)) return next !== '' && !STARTERS.has(next)
  return false
}
