import { TokenBuffer, tokenise } from './tokens'

/** What a word does in a sentence; a word may do several things. */
export const WORD = {
  function: 1,
  reporting: 2,
  auxiliary: 4,
  secondPerson: 8,
  firstPersonPlural: 16,
  prompt: 32,
  time: 64,
  byline: 128,
} as const

/** Open addressing: every word of a text is looked up several times. A word that is none has the bits 0. */
const ROOM = 1 << 13
const hashes = new Uint32Array(ROOM)
const bits = new Uint8Array(ROOM)

function slotOf(hash: number): number {
  let slot = hash & (ROOM - 1)
  while (bits[slot] && hashes[slot] !== hash) slot = (slot + 1) & (ROOM - 1)
  return slot
}

/** The bits of WORD for a word, by the hash that `tokenise` gives it. */
export function classesOfWord(hash: number): number {
  return bits[slotOf(hash)] as number
}

function add(bit: number, words: string): void {
  const buffer = new TokenBuffer()
  tokenise(words, 0, words.length, buffer)
  for (const hash of buffer.hash.subarray(0, buffer.count)) {
    const slot = slotOf(hash)
    hashes[slot] = hash
    bits[slot] = (bits[slot] as number) | bit
  }
}

/** Articles, prepositions, conjunctions, pronouns, auxiliaries: words that tie nothing to anything. */
add(
  WORD.function,
  `
a an the this that these those and or but nor so if as at by for from in into of off on onto out over per than then to up upon
with without within about above after again against all also am any are aren't be been before being below between both can could
did do does doing don't down during each few had has have having he her here hers him his how i i'm it its it's just like
me more most my no not now only other our ours own same she should some such their them there they through too under until very
was we were what when where which while who whom why will would you your yours may might must shall one two since because
der die das den dem des ein eine einer eines einem einen und oder aber nicht mit von vom zu zum zur im in am an auf für bei aus
nach über unter vor ist sind war waren wird werden hat haben hatte sich er sie es wir ihr ich als auch noch nur so wie dass wenn
le la les un une des du de et ou mais ne pas que qui dans sur pour par avec sans au aux ce cette ces il elle ils elles on nous
vous je est sont était ont été être son sa ses leur plus comme
el los las una unos unas y o pero no con por para en del al se su sus lo es son fue han ha como más este esta
il lo gli un uno una e o ma non che di da in con su per tra fra del della dei delle al alla nel nella è sono ha hanno si come più
os as um uma e ou mas não com por para em no na nos nas do da dos das ao aos que se é são foi tem como mais
het een en of maar niet met van voor op aan uit bij naar over onder is zijn was waren heeft hebben er dat die dit deze als ook nog
i w z na do nie się że to jest są był była było oraz ale lub od po za przez dla jak o jego jej ich
и в во на с со не что как по из за к от для о об это он она они мы вы я был была было быть но или его её их у же
і й та у в на з із не що як по за до від для про це він вона вони ми ви я був була було але або його її їх
`,
)

/** Verbs of saying: a mark of reporting. */
add(
  WORD.reporting,
  `
said says told tells added adds explained noted notes according stated announced claimed wrote writes reported recalled insisted
argued warned admitted confirmed replied asked continued think believe
sagte sagt erklärte betonte teilte berichtete laut zufolge dit déclaré affirmé expliqué selon dijo afirmó explicó según
ha detto spiegato dichiarato disse afirmou explicou segundo zei zegt aldus powiedział powiedziała dodał сказал сказала заявил заявила сообщил сообщила сказав заявив повідомив
`,
)

add(
  WORD.auxiliary,
  `
is are was were be been has have had will would could should can may might did does do isn't wasn't aren't weren't didn't doesn't
don't hasn't haven't won't can't it's he's she's they're we're i'm i've ist sind war waren wird werden hat haben hatte est sont
était ont es son fue han è sono hanno é são foi is zijn was waren heeft jest są był była
`,
)

add(
  WORD.secondPerson,
  `
you your yours yourself you're you'll sie ihr ihre ihren ihnen dich dein deine vous votre vos tu tus te su ti tuo tua vostra seu sua
você je jouw uw twój twoje państwo вы ваш ваша ваше вам ви ваш ваша вам
`,
)

add(
  WORD.firstPersonPlural,
  `
we us our ours we're we've wir uns unser unsere nous notre nos nosotros nuestro nuestra nuestros noi nostro nostra nós nosso nossa wij ons onze my nas nasz nasze мы наш наша нас ми наш наша нас
`,
)

/** First words of a prompt. */
add(
  WORD.prompt,
  `
sign subscribe click read watch follow download join get check shop buy see view listen share tap try find discover learn explore
visit register log enter start save browse compare order book claim support donate vote tell send enjoy access unlock stay keep go
continue skip scroll open play hide show load jump add email print copy tweet comment
jetzt lesen mehr hier lire voir découvrez leer ver mira leggi scopri leia veja lees bekijk czytaj zobacz читайте смотрите
`,
)

/** Months, weekdays, "ago": what datelines and time stamps are made of. */
add(
  WORD.time,
  `
january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun ago hours hour minutes minute mins min days
day updated published posted pm am et est edt gmt cet bst utc
januar februar märz mai juni juli oktober dezember uhr stunden minuten lesezeit janvier février mars avril juin juillet août
septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre hace
gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre января февраля марта апреля мая июня июля августа
сентября октября ноября декабря назад січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня тому
`,
)

/** Words that come before an author's name. */
add(WORD.byline, 'by von par por di door autor text from written reporting story photo photograph foto')
