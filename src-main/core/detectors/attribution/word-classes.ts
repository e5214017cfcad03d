/** What a word may do in a sentence that reports speech. A word may belong to several classes; bits are combined. */
export const CUE = 1 // says, told, sagte: reports speech wherever it stands
export const WEAK_CUE = 1 << 1 // called, argued, hopes: reports speech when a quotation or "that" stands by it
export const PRONOUN = 1 << 2 // he, she, they: stands for somebody named before
export const PERSONAL = 1 << 3 // I, we, you, him, my: never the speaker that an article names
export const TITLE = 1 << 4 // Mr, Senator, Dr: stands before a name
export const ROLE = 1 << 5 // spokesman, mother, voter: a person or persons
export const BODY = 1 << 6 // ministry, police, company
export const VAGUE = 1 << 7 // critics, experts, some
export const ANONYMOUS = 1 << 8 // source, insider
export const DETERMINER = 1 << 9
export const PREPOSITION = 1 << 10
export const AUXILIARY = 1 << 11
export const CONJUNCTION = 1 << 12
export const ADVERB = 1 << 13
export const CALENDAR = 1 << 14 // Monday, January, today
export const WRITING = 1 << 15 // statement, letter, tweet: things that speak for somebody
export const PARTICLE = 1 << 16 // de, van, bin: inside a name
export const RELATIVE = 1 << 17 // who, which, that
export const VERB = 1 << 18 // common verbs that do not report: a noun phrase ends there
export const THAT = 1 << 19 // that, dass, que: opens a reported clause
export const ORIGIN = 1 << 20 // according, laut, selon: "according to"
export const PASSIVE = 1 << 21 // reportedly, allegedly, angeblich: says that somebody says so, not who
export const TELLS = 1 << 22 // told, asked, urged: the noun after it is who was told, not who speaks
export const AGENT = 1 << 24 // by, von, par: who did it
export const UNNAMED = 1 << 23 // anonymity, unnamed: says that the name is kept back
export const GERUND = 1 << 25 // saying, walking: a verb form that takes its subject from elsewhere
export const PAST = 1 << 26 // words in -ed that nobody listed: verbs, or adjectives after an article
export const WORK = 1 << 27 // film, show, titled: what stands after it in quotation marks is a title
export const NAMING = 1 << 28 // so-called, term, nicknamed: what stands after it is a word spoken of, not speech
export const SAYING = 1 << 29 // claim, remark, statement: words of somebody, as a noun
export const SUBORDINATOR = 1 << 30 // when, after, if: a clause that is not the main one
export const LINK = 1 << 31 // http, www: a web address

/** Classes that never stand inside a noun phrase's name. */
export const FUNCTION =
  PRONOUN |
  PERSONAL |
  DETERMINER |
  PREPOSITION |
  AUXILIARY |
  CONJUNCTION |
  ADVERB |
  CALENDAR |
  RELATIVE |
  THAT |
  ORIGIN |
  PASSIVE
