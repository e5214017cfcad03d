/**
 * Records: transcripts, recordings' texts, reports that a story quotes from. A record is the file that a source keeps;
 * its text is read from the file whenever it is needed and never becomes part of the library's documents.
 */
import * as v from 'valibot'
import { Attachment, Id, Offset } from './entities'
import { Bytes } from './files'

const range = { start: Offset, end: Offset }

/** A record's text with what one cites it by. Offsets are UTF-16 code units into `text`. */
export const RecordText = v.object({
  text: v.string(),
  /** Where paragraphs begin, in order. */
  paragraphs: v.array(Offset),
  /** Times and pages, in order: each holds from where it stands until the next of its kind. */
  marks: v.array(v.object({ kind: v.picklist(['time', 'page']), start: Offset, label: v.string() })),
  /** Whose turn begins where; the range is that of the label. */
  turns: v.array(v.object({ ...range, name: v.string() })),
  /** What stands in the text and was not said: times, labels. */
  asides: v.array(v.object(range)),
})
export type RecordText = v.InferOutput<typeof RecordText>

/**
 * exact: word for word. ellipsis: word for word but for what is marked as left out or put in, or passages that follow
 * one another at a distance. altered: there, in other words. not-found: nothing that is surely it.
 */
export const QUOTE_OUTCOMES = ['exact', 'ellipsis', 'altered', 'not-found'] as const
export type QuoteOutcome = (typeof QUOTE_OUTCOMES)[number]

/** A stretch of a quotation beside the record: in both, only quoted, or only in the record. */
export const QuoteDifference = v.object({ kind: v.picklist(['same', 'quoted', 'recorded']), text: v.string() })
export type QuoteDifference = v.InferOutput<typeof QuoteDifference>

/** How a quotation stands to a record. Offsets are UTF-16 into the record's text. */
export const QuoteMatch = v.object({
  outcome: v.picklist(QUOTE_OUTCOMES),
  /** The passages that it is made of, in the order of the quotation; none where nothing was found. */
  passages: v.array(v.object(range)),
  /** Where in the record, as one cites it: "p. 4", "00:12:31", "para. 7". */
  locator: v.optional(v.string()),
  /** Whose turn it stands in, as the record names them. */
  speaker: v.optional(v.string()),
  /** The record has the one whom the story names, and gives these words to somebody else. */
  otherSpeaker: v.optional(v.boolean()),
  /** Other places of the record that have the very words, too. */
  elsewhere: Offset,
  /** Given where the words differ. */
  difference: v.optional(v.array(QuoteDifference)),
})
export type QuoteMatch = v.InferOutput<typeof QuoteMatch>

/** A quotation of the story beside a record. Offsets are UTF-16 into the document's text. */
export const MatchedQuotation = v.object({
  ...range,
  /** The claim that it is, or stands in. */
  claim: v.optional(Id),
  /** Key of the suggestion that proposes it, where no claim has it. */
  suggestion: v.optional(v.string()),
  speaker: v.optional(v.string()),
  match: QuoteMatch,
})
export type MatchedQuotation = v.InferOutput<typeof MatchedQuotation>

/** All of a story's quotations beside one record. */
export const MatchedQuotations = v.object({
  record: v.object({ fileName: v.string(), sha256: v.string(), text: RecordText, notices: v.array(v.string()) }),
  quotations: v.array(MatchedQuotation),
})
export type MatchedQuotations = v.InferOutput<typeof MatchedQuotations>

/** The file that a source keeps, as it can be looked at inside the app: its text, its picture, or what it is. */
export const ShownAttachment = v.object({
  attachment: Attachment,
  shown: v.variant('kind', [
    v.object({ kind: v.literal('text'), text: RecordText, notices: v.array(v.string()) }),
    v.object({ kind: v.literal('picture'), mediaType: v.string(), bytes: Bytes }),
    /** `why` is a sentence. */
    v.object({ kind: v.literal('nothing'), why: v.string() }),
  ]),
})
export type ShownAttachment = v.InferOutput<typeof ShownAttachment>
