import type {
  Attribution,
  ClaimStatus,
  ClaimType,
  FlagReason,
  FlagResolution,
  HighlightColour,
  Severity,
  SourceKind,
  SourcingState,
  Stance,
  VerdictValue,
} from '@contract/taxonomies'
import type { Message } from './message'

/** Every id of the taxonomies has a label; a new id without one does not compile. */
export type TaxonomyKey =
  | `colour.${HighlightColour}`
  | `claimType.${ClaimType}`
  | `claimStatus.${ClaimStatus}`
  | `attribution.${Attribution}`
  | `stance.${Stance}`
  | `sourceKind.${SourceKind}`
  | `flagReason.${FlagReason}`
  | `severity.${Severity}`
  | `resolution.${FlagResolution}`
  | `verdict.${VerdictValue}`
  | `sourcing.${SourcingState}`
  | `kind.${'highlight' | 'claim' | 'flag' | 'comment' | 'suggestion' | 'source'}`

export const taxonomiesEn: Record<TaxonomyKey, Message> = {
  'kind.highlight': 'Highlight',
  'kind.claim': 'Claim',
  'kind.flag': 'Flag',
  'kind.comment': 'Comment',
  'kind.suggestion': 'Suggestion',
  'kind.source': 'Source',

  'colour.yellow': 'Yellow',
  'colour.green': 'Green',
  'colour.blue': 'Blue',
  'colour.pink': 'Pink',

  'claimType.fact': 'Fact',
  'claimType.statistic': 'Statistic',
  'claimType.quotation': 'Quotation',
  'claimType.paraphrase': 'Paraphrase',
  'claimType.allegation': 'Allegation',
  'claimType.prediction': 'Prediction',
  'claimType.opinion': 'Opinion',
  'claimType.background': 'Background',

  'claimStatus.unchecked': 'Unchecked',
  'claimStatus.in-progress': 'In progress',
  'claimStatus.confirmed': 'Confirmed',
  'claimStatus.attributed-only': 'Attributed only',
  'claimStatus.disputed': 'Disputed',
  'claimStatus.wrong': 'Wrong',
  'claimStatus.cannot-be-verified': 'Cannot be verified',
  'claimStatus.not-a-claim': 'Not a claim',

  'attribution.named': 'By name',
  'attribution.institution': 'To an institution',
  'attribution.vague': 'Vague',
  'attribution.anonymous': 'Anonymous',
  'attribution.none': 'None',

  'stance.supports': 'Supports',
  'stance.contradicts': 'Contradicts',

  'sourceKind.primary-document': 'Primary document',
  'sourceKind.official-data': 'Official data',
  'sourceKind.on-record-interview': 'On-record interview',
  'sourceKind.off-record': 'Off the record',
  'sourceKind.eyewitness': 'Eyewitness',
  'sourceKind.expert': 'Expert',
  'sourceKind.press-report': 'Press report',
  'sourceKind.wire-copy': 'Wire copy',
  'sourceKind.press-release': 'Press release',
  'sourceKind.social-post': 'Social post',
  'sourceKind.archive': 'Archive',
  'sourceKind.own-reporting': 'Own reporting',

  'flagReason.off-topic-insertion': 'Off-topic insertion',
  'flagReason.boilerplate': 'Boilerplate',
  'flagReason.advertisement': 'Advertisement',
  'flagReason.unsourced-claim': 'Unsourced claim',
  'flagReason.unattributed-quotation': 'Unattributed quotation',
  'flagReason.vague-attribution': 'Vague attribution',
  'flagReason.anonymous-source': 'Anonymous source',
  'flagReason.unsupported-statistic': 'Unsupported statistic',
  'flagReason.allegation-without-response': 'Allegation without response',
  'flagReason.broken-quotation': 'Broken quotation',
  'flagReason.misattribution': 'Misattribution',
  'flagReason.misquotation': 'Misquotation',
  'flagReason.repeated-passage': 'Repeated passage',
  'flagReason.inconsistency': 'Inconsistency',
  'flagReason.legal-risk': 'Legal risk',
  'flagReason.privacy': 'Privacy',
  'flagReason.style': 'Style',
  'flagReason.other': 'Other',

  'severity.must-fix': 'Must fix',
  'severity.should-fix': 'Should fix',
  'severity.query': 'Query',

  'resolution.open': 'Open',
  'resolution.removed': 'Removed',
  'resolution.sourced': 'Sourced',
  'resolution.rewritten': 'Rewritten',
  'resolution.stands': 'Stands',

  'verdict.not-started': 'Not started',
  'verdict.in-review': 'In review',
  'verdict.changes-needed': 'Changes needed',
  'verdict.cleared': 'Cleared',
  'verdict.spiked': 'Spiked',

  'sourcing.sourced': 'Sourced',
  'sourcing.attributed': 'Attributed',
  'sourcing.unsourced': 'Unsourced',
  'sourcing.opinion': 'Nothing to check',
  'sourcing.insertion': 'Not part of the story',
}
