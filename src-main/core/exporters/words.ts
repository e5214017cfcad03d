import type {
  Attribution,
  ClaimStatus,
  ClaimType,
  FlagReason,
  FlagResolution,
  Severity,
  SourceKind,
  Stance,
  VerdictValue,
} from '../../contract/taxonomies'
import type { Annotation } from '../../contract/entities'

/** How the taxonomies read in an exported file; files go to people who have no Blue Pencil, so they are in English. */
export const CLAIM_TYPE_WORDS: Readonly<Record<ClaimType, string>> = {
  fact: 'fact',
  statistic: 'statistic',
  quotation: 'quotation',
  paraphrase: 'paraphrase',
  allegation: 'allegation',
  prediction: 'prediction',
  opinion: 'opinion',
  background: 'background',
}

export const CLAIM_STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  unchecked: 'unchecked',
  'in-progress': 'in progress',
  confirmed: 'confirmed',
  'attributed-only': 'attributed only',
  disputed: 'disputed',
  wrong: 'wrong',
  'cannot-be-verified': 'cannot be verified',
  'not-a-claim': 'not a claim',
}

export const ATTRIBUTION_WORDS: Readonly<Record<Attribution, string>> = {
  named: 'named',
  institution: 'institution',
  vague: 'vague',
  anonymous: 'anonymous',
  none: 'none',
}

export const STANCE_WORDS: Readonly<Record<Stance, string>> = { supports: 'supports', contradicts: 'contradicts' }

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  'primary-document': 'primary document',
  'official-data': 'official data',
  'on-record-interview': 'on-record interview',
  'off-record': 'off the record',
  eyewitness: 'eyewitness',
  expert: 'expert',
  'press-report': 'press report',
  'wire-copy': 'wire copy',
  'press-release': 'press release',
  'social-post': 'social post',
  archive: 'archive',
  'own-reporting': 'own reporting',
}

export const FLAG_REASON_WORDS: Readonly<Record<FlagReason, string>> = {
  'off-topic-insertion': 'off-topic insertion',
  boilerplate: 'boilerplate',
  advertisement: 'advertisement',
  'unsourced-claim': 'unsourced claim',
  'unattributed-quotation': 'unattributed quotation',
  'vague-attribution': 'vague attribution',
  'anonymous-source': 'anonymous source',
  'unsupported-statistic': 'unsupported statistic',
  'allegation-without-response': 'allegation without response',
  'broken-quotation': 'unclosed or broken quotation',
  misattribution: 'misattribution',
  misquotation: 'misquotation',
  'repeated-passage': 'repeated passage',
  inconsistency: 'inconsistency',
  'legal-risk': 'legal risk',
  privacy: 'privacy',
  style: 'style',
  other: 'other',
}

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  'must-fix': 'must fix',
  'should-fix': 'should fix',
  query: 'query',
}

export const RESOLUTION_WORDS: Readonly<Record<FlagResolution, string>> = {
  open: 'open',
  removed: 'removed',
  sourced: 'sourced',
  rewritten: 'rewritten',
  stands: 'stands',
}

export const VERDICT_WORDS: Readonly<Record<VerdictValue, string>> = {
  'not-started': 'not started',
  'in-review': 'in review',
  'changes-needed': 'changes needed',
  cleared: 'cleared',
  spiked: 'spiked',
}

/** What an annotation is and how it stands: "claim, statistic, confirmed". */
export function describe(annotation: Annotation): string {
  switch (annotation.kind) {
    case 'highlight':
      return `highlight, ${annotation.colour}`
    case 'claim':
      return `claim, ${CLAIM_TYPE_WORDS[annotation.type]}, ${CLAIM_STATUS_WORDS[annotation.status]}`
    case 'flag':
      return `flag, ${FLAG_REASON_WORDS[annotation.reason]}, ${SEVERITY_WORDS[annotation.severity]}, ${RESOLUTION_WORDS[annotation.resolution]}`
    case 'comment':
      return annotation.resolved ? 'comment, resolved' : 'comment'
  }
}

/** "1 claim", "2 claims", "no claims". */
export function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number || 'no'} ${noun}s`
}

/** An annotation without a place, with the words it was about. */
export function adriftText(text: string, { anchor }: Annotation): string {
  const words = anchor.exact.replace(/\s+/gu, ' ').trim()
  return `${text}\n“${words.length > 300 ? `${words.slice(0, 200)} … ${words.slice(-80)}` : words}”`
}
