/**
 * Groups of English words that say what a sentence does: it counts, compares, blames, promises, hopes, guesses. A word
 * may stand in several. The order of the groups is the order of the model's traits: add only at the end, then train.
 */
export const WORD_GROUPS = {
  self: "i i'm i've i'd i'll me my mine myself",
  us: "we we're we've we'd we'll us our ours ourselves",
  you: "you you're you've you'd you'll your yours",
  person: "he he's she she's him her his hers he'd she'd himself herself",
  they: "they they're they've they'd them their theirs themselves",
  it: "it it's its that's this that these those",
  future: "will won't i'll we'll you'll he'll she'll they'll it'll gonna shall",
  modal: "would could should might may must can can't cannot couldn't shouldn't wouldn't ought",
  need: "need needs let let's want wants ought must going hope wish",
  think: 'think believe feel guess suppose mean know understand agree disagree hope believed thought',
  have: "have has had i've we've they've he's haven't hasn't hadn't having",
  be: "is are was were be been being am isn't aren't wasn't weren't it's that's there's",
  past:
    'was were had did went came made took gave got voted cut raised lost won left became began brought built ' +
    "bought sent spent paid told knew ran fought wrote broke chose drove fell grew held kept led met put rose saw sold stood thought threw passed signed proposed supported opposed increased created doubled tripled dropped killed died didn't",
  negation:
    "not no never none nothing nobody don't doesn't didn't won't can't isn't aren't wasn't haven't hasn't wouldn't",
  comparative: 'more less fewer higher lower bigger greater better worse larger smaller than',
  superlative: 'most least highest lowest biggest largest greatest best worst first only ever record',
  quantity:
    'percent million billion trillion thousand hundred half third quarter double doubled twice dozens majority most all every each number rate average total',
  time: 'year years month months week weeks day days ago since last yesterday today tonight decade century history january february march april may june july august september october november december',
  change:
    'increase increased increases rise rose raised raise cut cuts reduced reduce decline declined fell grew growth doubled tripled lost gained created added dropped up down',
  economy:
    'tax taxes jobs job unemployment deficit debt budget spending income inflation economy dollars wages trade oil energy health insurance medicare schools prices',
  government:
    'senate congress bill law voted vote president administration court policy senator governor republican republicans democrats democratic party program military war troops',
  said: 'said says say told called calls talked reported according',
  cause: 'because caused therefore since due result led',
  hedge: 'maybe perhaps probably sort kind seems might well uh oh',
  judgement:
    'good bad great wrong right important terrible wonderful fair unfair strong weak tough proud disaster mistake difficult',
  condition: 'if unless whether when',
  question: 'what why how who where which',
  people: 'people american americans families children women men workers',
  thing: 'thing things something way question answer issue point',
} as const

/** Small words that keep their own place in the grammar of a sentence; all others are known by their ending. */
export const FUNCTION_WORDS =
  "a an the this that these those i you he she it we they me him her us them my your his its our their mine yours ours theirs who whom whose which what when where why how and or but nor so yet if because although though while as than of in on at by for with about against between into through during before after above below to from up down out off over under again further then once here there all any both each few more most other some such no not only own same too very can will just should now is am are was were be been being have has had having do does did doing would could may might must shall ought let's let i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd we're we've we'd we'll they're they've they'd they'll it's that's there's isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't think believe want going know said say need well every never ever always"

export const NUMBER_WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half third quarter percent dozen'
