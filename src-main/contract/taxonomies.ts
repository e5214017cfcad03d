/** The default taxonomies: ids that are stored and exported, never shown; labels live in the message files. */

export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'pink'] as const
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number]

export const CLAIM_TYPES = [
  'fact',
  'statistic',
  'quotation',
  'paraphrase',
  'allegation',
  'prediction',
  'opinion',
  'background',
] as const
export type ClaimType = (typeof CLAIM_TYPES)[number]

export const CLAIM_STATUSES = [
  'unchecked',
  'in-progress',
  'confirmed',
  'attributed-only',
  'disputed',
  'wrong',
  'cannot-be-verified',
  'not-a-claim',
] as const
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

export const ATTRIBUTIONS = ['named', 'institution', 'vague', 'anonymous', 'none'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

/** What became of an annotation on a later text, when it found its place. */
export const PLACEMENTS = ['same', 'moved', 'edited'] as const
export type Placement = (typeof PLACEMENTS)[number]

export const STANCES = ['supports', 'contradicts'] as const
export type Stance = (typeof STANCES)[number]

export const SOURCE_KINDS = [
  'primary-document',
  'official-data',
  'on-record-interview',
  'off-record',
  'eyewitness',
  'expert',
  'press-report',
  'wire-copy',
  'press-release',
  'social-post',
  'archive',
  'own-reporting',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const FLAG_REASONS = [
  'off-topic-insertion',
  'boilerplate',
  'advertisement',
  'unsourced-claim',
  'unattributed-quotation',
  'vague-attribution',
  'anonymous-source',
  'unsupported-statistic',
  'allegation-without-response',
  'broken-quotation',
  'misattribution',
  'misquotation',
  'repeated-passage',
  'inconsistency',
  'legal-risk',
  'privacy',
  'style',
  'other',
] as const
export type FlagReason = (typeof FLAG_REASONS)[number]

/** Reasons that say "this is not part of the story": the text is dimmed, and a clean copy leaves it out. */
export const INSERTION_REASONS: readonly FlagReason[] = ['off-topic-insertion', 'boilerplate', 'advertisement']

export const SEVERITIES = ['must-fix', 'should-fix', 'query'] as const
export type Severity = (typeof SEVERITIES)[number]

export const FLAG_RESOLUTIONS = ['open', 'removed', 'sourced', 'rewritten', 'stands'] as const
export type FlagResolution = (typeof FLAG_RESOLUTIONS)[number]

export const ANNOTATION_KINDS = ['highlight', 'claim', 'flag', 'comment'] as const
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

/** What an exported file is for: everything; the claims with sources and status; only what is recommended to change. */
export const EXPORT_PROFILES = ['annotated-draft', 'checking-copy', 'checked-copy'] as const
export type ExportProfile = (typeof EXPORT_PROFILES)[number]

export const VERDICTS = ['not-started', 'in-review', 'changes-needed', 'cleared', 'spiked'] as const
export type VerdictValue = (typeof VERDICTS)[number]

/** How a sentence stands; the sourcing barcode is drawn in these. */
export const SOURCING_STATES = ['sourced', 'attributed', 'unsourced', 'opinion', 'insertion'] as const
export type SourcingState = (typeof SOURCING_STATES)[number]
