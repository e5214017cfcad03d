/** A rule that desks hold each other to. Its id is the name of the signal by which a flag cites it. */
export interface HouseRule {
  readonly id: string
  /** A few words, for lists. */
  readonly title: string
  /** The rule in one sentence, in our words. */
  readonly text: string
  /** Whose rule it is. */
  readonly authority: string
  readonly url?: string
  /**
   * What of the rule the words of one document can show: `text`, all that a reader without other papers could see;
   * `partly`, its plain cases.
   */
  readonly decided: 'text' | 'partly'
  /** What stays with the editor. */
  readonly left?: string
}

const AP = 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources'
const REUTERS = 'https://www.aalep.eu/essentials-sourcing-journalists'
const BBC = 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy'
const CODE = 'https://www.ipso.co.uk/editors-code-of-practice/'

/** The rules that detectors cite, in the order of a settings page. */
export const HOUSE_RULES: readonly HouseRule[] = [
  {
    id: 'AP-1',
    title: 'Say at once who says so',
    text: 'A fact that somebody could dispute and that the writer did not see has its source in the same sentence where it first stands.',
    authority: 'Associated Press',
    url: AP,
    decided: 'partly',
    left: 'Whether a fact can be disputed, and whether the reporter was there.',
  },
  {
    id: 'AP-2',
    title: 'Say again who says so',
    text: 'Later paragraphs name the source again, unless it is plain that the same source is still speaking.',
    authority: 'Associated Press',
    url: AP,
    decided: 'partly',
    left: 'Whether the earlier source is plainly meant.',
  },
  {
    id: 'AP-3',
    title: 'No bare “source”',
    text: 'An unnamed source is described as closely as can be, and the story says why the name is kept back.',
    authority: 'Associated Press',
    url: AP,
    decided: 'text',
  },
  {
    id: 'RT-1',
    title: 'Every statement has a source',
    text: 'What is neither common knowledge, nor on public record, nor seen by the reporter is given to somebody who can be asked.',
    authority: 'Reuters',
    url: REUTERS,
    decided: 'partly',
    left: 'What is common knowledge or on record.',
  },
  {
    id: 'RT-2',
    title: 'Name the speaker early',
    text: 'Who speaks is named right after the first sentence of a quotation, not after the third.',
    authority: 'Reuters',
    url: REUTERS,
    decided: 'text',
  },
  {
    id: 'RT-3',
    title: 'Keep speakers apart',
    text: 'Quotations of two people do not follow each other without words that tell where one ends and the other begins.',
    authority: 'Reuters',
    url: REUTERS,
    decided: 'text',
  },
  {
    id: 'RT-4',
    title: '“Sources” are more than one',
    text: 'The plural is used only where there were several, and unnamed sources are the weakest kind.',
    authority: 'Reuters',
    url: 'https://blogs.reuters.com/reuters-editors/2008/07/17/anonymous-sources-reuters-rules',
    decided: 'partly',
    left: 'How many there were; the text can only contradict itself.',
  },
  {
    id: 'BBC-1',
    title: 'More than one source',
    text: 'A story does not rest on a single source; where it has to, that source is named and on the record.',
    authority: 'BBC Editorial Guidelines, Accuracy',
    url: BBC,
    decided: 'partly',
    left: 'What the reporter checked without saying so.',
  },
  {
    id: 'BBC-2',
    title: 'Say what is unverified',
    text: 'Material that could not be verified is described as such and given to whoever it comes from.',
    authority: 'BBC Editorial Guidelines, Accuracy',
    url: BBC,
    decided: 'partly',
    left: 'What has in truth been verified.',
  },
  {
    id: 'IPSO-1',
    title: 'The story bears out its headline',
    text: 'A headline says nothing that the text beneath it does not support.',
    authority: 'Editors’ Code of Practice, clause 1 (i)',
    url: CODE,
    decided: 'partly',
    left: 'Meaning and emphasis; figures and quoted words of a headline are looked for in the text.',
  },
  {
    id: 'IPSO-2',
    title: 'Comment apart from fact',
    text: 'Comment, conjecture and fact are told apart.',
    authority: 'Editors’ Code of Practice, clause 1 (iv)',
    url: CODE,
    decided: 'partly',
    left: 'All but plain words of judgement in the writer’s own voice.',
  },
  {
    id: 'KSJ-1',
    title: 'Three independent reports',
    text: 'What is taken from other reports is borne out by at least three that do not go back to one and the same.',
    authority: 'KSJ Fact-Checking Project',
    url: 'https://ksjfactcheck.org/',
    decided: 'partly',
    left: 'Where the reports themselves have it from.',
  },
  {
    id: 'GMM-1',
    title: 'Superlatives, magnitudes, ages, dates',
    text: 'Every “first”, “only” and “most” is proved, millions are no billions, ages and dates are worked out again.',
    authority: 'Newsroom fact-checking checklist',
    url: 'https://sites.google.com/view/gmm-smarty-pants/workflows/editorial/for-editors/fact-checking-process',
    decided: 'partly',
    left: 'Whether a superlative is true; what contradicts itself in the text is shown.',
  },
  {
    id: 'IN-1',
    title: 'Nothing that is not the story',
    text: 'Lists of other headlines, prompts and boxes do not stand inside the text.',
    authority: 'Blue Pencil',
    decided: 'text',
  },
]
