import type { HelpText } from '../features/help/help-text'

/** The help in English, chapter by chapter. */
export const helpTextEn: HelpText = {
  first: {
    title: 'Your first story',
    blocks: [
      'A story goes in, you mark what may not stand and what wants a source, and an annotated file comes out. Ten minutes are enough for the whole way.',
      {
        list: [
          'Bring a story: drop files or a whole folder anywhere on the window, open them with {file.open}, or paste a text with {file.paste}.',
          'Look: what a careful reader would stop at is underlined with dots. What does not belong to the story is bracketed and dimmed.',
          'Decide: {review.run} starts a review run, which takes you from suggestion to suggestion, one key for each.',
          'Add what you see yourself: put the caret into a sentence and press {annotate.claim} for a claim or {annotate.flag} for a flag.',
          'Give claims their sources with {annotate.source}.',
          'Hand it on: Export makes a Word file, a PDF, a page for any browser, or a ledger of the claims.',
        ],
      },
      'Nothing has to be saved: every decision is on the disk before the status bar says so, and {edit.undo} takes it back, also tomorrow.',
      'The guided run shows the same on a sample story in under two minutes. You find it in the list of all commands, {help.palette}.',
    ],
  },
  marks: {
    title: 'What the marks mean',
    blocks: [
      'Each kind of mark has a form of its own, so that none depends on seeing colours.',
      { sample: 'marks' },
      {
        list: [
          'The letter in the margin of a claim is its status: unchecked, in progress, confirmed, attributed only, disputed, wrong, cannot be verified, or not a claim.',
          'A flag has a reason and a severity: must fix, should fix, or query. Must fix has the strongest ink.',
          'A suggestion is a question to you. It becomes an annotation when you accept it and is gone when you dismiss it.',
          'A block that is not part of the story keeps its words: nothing is ever deleted from the text. A clean copy leaves it out.',
        ],
      },
      { heading: 'The strip above the text' },
      'It is the whole story, a tick for each sentence: sourced, attributed, unsourced, nothing to check, or not part of the story. Press a tick to go there. The library shows the same strip beside each title.',
      { heading: 'Where marks lie on one another' },
      'They stay readable, and each can be reached: {go.nextAnnotation} and {go.previousAnnotation} go from one to the next in the order of the text and say where you are.',
    ],
  },
  marking: {
    title: 'Marking words',
    blocks: [
      'The text has a caret, as in any editor, though nobody can type into it: the text of a story never changes.',
      {
        list: [
          'Arrow keys move the caret, with Ctrl (Option on a Mac) by words and blocks; Shift selects.',
          '{annotate.sentence} selects the sentence at the caret, {go.nextSentence} and {go.previousSentence} the one after or before it.',
          'With the mouse, a double click takes a word and a triple click the paragraph. A selection that begins inside a word takes the whole word, unless Alt is held.',
          '{annotate.claim} makes a claim, {annotate.flag} a flag, {annotate.highlight} a highlight, {annotate.comment} a comment, {annotate.source} gives a source. Without a selection they mean the sentence at the caret.',
          'A small list opens then to say more: type a few letters or press its number, and Enter. Escape leaves it as it is.',
        ],
      },
      'The inspector on the right shows what is in focus and takes every change in place. A field is saved as you leave it.',
      '{annotate.remove} takes the annotation in focus away, and the notice that appears takes it back.',
    ],
  },
  review: {
    title: 'The review run',
    blocks: [
      'A run takes you through the suggestions one at a time. {review.run} starts it, {review.leave} leaves it, and where you were is kept.',
      {
        list: [
          '{review.accept} accepts, and the run moves on. The suggestion becomes a claim or a flag.',
          '{review.dismiss} dismisses and asks why; Enter without a reason is enough. It is not proposed again, in this text or in later ones.',
          '{review.next} and {review.previous} move without deciding.',
          '{review.edit} opens it first, to choose another type, reason or severity.',
          '{review.undo} takes the last decision back, whichever it was.',
        ],
      },
      'The list under each suggestion says why it is made. Rest the pointer on a reason, and the words it speaks of are shown in the text.',
      { heading: 'Many at once' },
      '{review.filter} opens the filter: choose a kind, a reason or a least score, or the order. “Accept all” takes everything that passes, as one step that can be undone.',
      'At its end the run says what is left: claims without a source, flags that are open. Every decision is kept under History, can be taken back there, and the log can be saved as a file.',
    ],
  },
  claims: {
    title: 'Claims desk and sources',
    blocks: [
      '{view.ledger} puts the claims desk in the place of the text: a table of all claims, to sort, filter, group by speaker, status or source, and edit in place. The same key leads back.',
      {
        list: [
          'Voices: who says how much of the story, how much of it comes from people without a name, and where it rests on one voice alone. Several reports of one agency count once.',
          'Sources: each is named once and may bear out many claims. It has a kind, a place in it (page, minute, line), the day you saw it, and files that you attach; those are kept with the library.',
          'A source supports a claim or contradicts it.',
          'Before clearing: what still stands between this story and “cleared”. A story is not cleared in passing while something stands in the way.',
        ],
      },
      'A source can be confidential. It then stays on this machine: no export holds it, unless you ask for that in the export and are warned.',
    ],
  },
  quotations: {
    title: 'Quotations beside a record',
    blocks: [
      '{view.quotations} shows every quotation of the story beside a record of what was said: a transcript, subtitles, a PDF, a report. Attach one there; it is kept as a source of the story.',
      {
        list: [
          'Exact: the words are there as they stand.',
          'With omissions: they are there, and something between them was left out.',
          'Altered: they are there in other words; both are shown.',
          'Not found: nothing in it is near enough. Rather that than the wrong passage.',
        ],
      },
      'The same keys as in a review run go through them. Cite takes the record as the claim’s source, with its place filled in; a quotation that was altered can be flagged with both readings.',
    ],
  },
  revisions: {
    title: 'Later texts',
    blocks: [
      'When the writer sends another version, add it to the story with {document.revisions} instead of importing it anew. The earlier text stays.',
      {
        list: [
          'Same and moved: the words are there. Nothing is left to do.',
          'Edited: the words changed. A claim that was confirmed goes back to unchecked and says why; {revisions.yes} confirms it again.',
          'Orphaned: there is no place for it that is sure. It keeps all it says and waits until you accept the place proposed with {revisions.yes}, or choose one with {revisions.place}.',
        ],
      },
      'The two texts are shown side by side, word by word; {revisions.next} and {revisions.previous} go through what there is to look at. What you dismissed in the earlier text is not proposed again.',
    ],
  },
  export: {
    title: 'Handing on',
    blocks: [
      'Export, in the toolbar of a story or for several that are selected in the library, makes the file that the next desk works in.',
      {
        list: [
          'Word: native comments, answers and highlights; what should go is a tracked deletion.',
          'PDF: native highlights and notes on the original pages, or the story set in type with notes in its margin.',
          'Page (HTML): one file for any browser, readable without a network, with filters, good to print.',
          'Claim ledger for Excel or as CSV: claim, status, speaker, sources, verdict.',
          'Markdown, JSON-LD and others for archives and programs; and a clean copy, the bare text without what does not belong.',
        ],
      },
      'The dialog says before what goes in and what the format cannot carry. Choose a profile: everything, a checking copy with claims and sources, or a checked copy with nothing but what should change.',
      'Word, PDF, page, Markdown, Excel and JSON-LD files are save files, too. Drop one on the window, and the review opens again; what a colleague changed in it meanwhile is taken in and shown as theirs.',
    ],
  },
  colleagues: {
    title: 'Working with colleagues',
    blocks: [
      'Several people can review the same story apart, without a server.',
      {
        list: [
          'Export a package and hand it over as you hand over any file.',
          'Your colleague drops it on the window, works, and sends a package back.',
          'What comes back is merged: all annotations, answers and decisions of both stay, each under its author’s name. Where both changed the same field, you are told.',
        ],
      },
      'A merge is one step, and can be undone. Bringing in the same file twice changes nothing.',
    ],
  },
  library: {
    title: 'Library and search',
    blocks: [
      'The library lists your stories, what was changed last first. Shelves gather by themselves what has open flags, unsourced claims or suggestions.',
      {
        list: [
          '{library.search} searches texts, claims, flags, notes and sources as you type. Enter opens a hit at its place.',
          'Arrow keys move in the list, Space selects, Enter opens, Delete moves to the trash. Nothing is deleted for good without being asked.',
          '{library.folder} puts stories into a folder, {library.tags} gives them tags; both stand at the left and narrow the list and the search.',
          'Several selected stories can be filed, exported or moved to the trash together.',
          'In the list of all commands, {help.palette}, the title of any story opens it.',
        ],
      },
      'Statistics counts by week, by reviewer and by the reason of flags. Repeated passages lists what stands in many stories; what you call boilerplate there is found in every story from then on.',
    ],
  },
  rules: {
    title: 'House rules',
    blocks: [
      'A flag that rests on a rule cites it. {rules.open} lists the rules and switches each on or off for this library.',
      {
        list: [
          'The rules of the trade come with the program, each with its source.',
          'Your own come as a plain file, a rule pack: what words to look for, and what to write instead. The dialog shows what it looks like.',
          'While dismissing a suggestion you can mute it: the same words are then not proposed in any story of the library. The dialog lists what is muted and takes it back.',
        ],
      },
      'A switched rule changes what is proposed from then on. What you decided in a story stays.',
    ],
  },
  keys: {
    title: 'Keys and ease of use',
    blocks: [
      'Everything can be done from the keyboard. {help.keys} shows the keys of the screen you are on, {help.palette} finds every command by its name.',
      {
        list: [
          'Every key can be another: open “Choose keys” with {settings.keys}, go to the command, press the key you want.',
          'Single letters can be switched off in the settings, for speech input or where they get in the way.',
          '{view.nextRegion} goes from one part of the window to the next.',
          '{view.zoomIn} and {view.zoomOut} change the size of everything, up to four times. Size and width of the text, its typeface and light or dark are in the settings.',
        ],
      },
      { heading: 'With a screen reader' },
      'The lists of the inspector are the best way through a story: each entry says kind, status and position. The text itself is one stop; {go.nextAnnotation} and {go.previousAnnotation} go through its annotations and announce “claim 3 of 18, unchecked”. Saves and results are said once, and briefly.',
    ],
  },
  files: {
    title: 'Where your work is, and who sees it',
    blocks: [
      'Everything is in one folder on this machine; the settings show which. It holds plain files: one for each story, the files you brought as they came, and what you attached.',
      {
        list: [
          'Blue Pencil never uses the network. The one exception is “Look for a newer release”, and only when you choose it.',
          'An edit is on the disk before the status bar says “Saved”. A crash or a power cut takes nothing that was called saved.',
          'Earlier states of each story are kept and can be put back: {file.backups}.',
          'To back up everything, copy the folder while the program is closed, or export the whole library as a package.',
          'One program writes a library at a time. A second one opens it to read, and says so.',
        ],
      },
      'A report of a problem holds no texts and no names. You see all of it before you save it, and nobody sends it but you.',
    ],
  },
  detectors: {
    title: 'What the suggestions cannot do',
    blocks: [
      'Suggestions come from rules and from counting words, on this machine. They are read by nobody and know nothing of the world.',
      {
        list: [
          'They do not know what is true. A claim without a suggestion may be wrong, and one with a suggestion may be right.',
          'The score says how sure the method is, not how grave the matter is.',
          'They find blocks of headlines, prompts and advertisements well; a paragraph of another story without any sign of it may pass.',
          'Quotations go to a speaker only where the text makes it sure. “He” and “she” may stay without a name.',
          'English is served best, then German and French and their neighbours; other languages get less.',
          'Two figures that disagree are found where both stand plainly in the text.',
        ],
      },
      'A careful reader finds more. That is why you are asked about each, and why each says its reasons.',
    ],
  },
  trouble: {
    title: 'When something does not work',
    blocks: [
      {
        list: [
          'A file could not be read: the message says which and why. A scanned PDF has no text in it; run text recognition over it first. A file with a password has to be saved without.',
          'The text is not whole: the status bar says how much of the file is accounted for, and what was left out is shown where it stood.',
          'A key does nothing: perhaps the browser or the system keeps it, or single letters are switched off. The list of all commands, {help.palette}, always works.',
          '“Blue Pencil does not answer”: the program was closed or started again. Open it anew; everything that was saved is there.',
          'A story is damaged: the program puts the newest good state in its place and says so. The damaged file is kept beside it.',
          'The library is read only: another program has it open, or it was made by a newer version.',
          'The disk is full: nothing that was saved is lost. Make room and go on.',
        ],
      },
      'If none of this helps, “Report a problem” in the list of all commands makes a file that describes the program’s state for whoever helps you.',
    ],
  },
}
