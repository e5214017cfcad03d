/** What one library holds its stories to, beyond what the detectors know: switched rules, muted patterns, rule packs. */
import * as v from 'valibot'
import { Author, Id, Time } from './entities'
import { CLAIM_TYPES, FLAG_REASONS, SEVERITIES } from './taxonomies'

const line = v.pipe(v.string(), v.maxLength(2_000))
const words = v.pipe(line, v.minLength(1))

/** Suggestions of one kind about certain words that nobody wants to see in this library, and why. */
export const Mute = v.object({
  id: Id,
  /** What is suggested: a flag's reason or a claim's type. */
  what: v.picklist([...FLAG_REASONS, ...CLAIM_TYPES]),
  /** Suggestions whose words have these in them are muted; case, marks and spacing make no difference. */
  words,
  why: words,
  author: Author,
  createdAt: Time,
})
export type Mute = v.InferOutput<typeof Mute>

/** A house rule about words: where they stand, the rule is cited. */
export const WordRule = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/, 'A rule’s id has letters, digits, - . and _.')),
  title: words,
  /** The rule in a sentence. */
  text: words,
  /** Whose rule it is. */
  authority: v.optional(line),
  words: v.pipe(v.array(words), v.minLength(1), v.maxLength(1_000)),
  /** What to write in their place. */
  instead: v.optional(line),
  reason: v.optional(v.picklist(FLAG_REASONS), 'style'),
  severity: v.optional(v.picklist(SEVERITIES), 'query'),
  /** Whether capitals count. */
  exactCase: v.optional(v.boolean(), false),
})
export type WordRule = v.InferOutput<typeof WordRule>

/** A file of rules, as somebody wrote it: plain JSON in the library's `rules` folder. */
export const RulePack = v.object({ name: words, rules: v.pipe(v.array(WordRule), v.minLength(1), v.maxLength(500)) })
export type RulePack = v.InferOutput<typeof RulePack>

/** Words that come again in many stories, and what this house says of them. */
export const KnownPassage = v.object({
  id: Id,
  /** Line for line; case, marks and spacing make no difference. */
  words: v.pipe(v.string(), v.minLength(1), v.maxLength(4_000)),
  /** Boilerplate is flagged wherever it stands; what is ours belongs to the stories and is not proposed for removal. */
  is: v.picklist(['boilerplate', 'ours']),
  author: Author,
  createdAt: Time,
})
export type KnownPassage = v.InferOutput<typeof KnownPassage>

/** What is kept of the rules of a library, beside its packs. */
export const RuleChoices = v.object({
  mutes: v.array(Mute),
  /** Ids of rules, built in or of a pack, that are switched off. */
  off: v.array(v.string()),
  passages: v.optional(v.array(KnownPassage)),
})
export type RuleChoices = v.InferOutput<typeof RuleChoices>

export const HouseRules = v.object({ ...RuleChoices.entries, packs: v.array(RulePack) })
export type HouseRules = v.InferOutput<typeof HouseRules>
