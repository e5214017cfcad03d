/**
 * The reasons of suggestions in German, beside the English that the detectors write; `{1}` and so on stand for the words
 * and figures in them. What is not here is shown as the detector wrote it.
 */
export const signalsDe: readonly (readonly [english: string, german: string])[] = [
  // What does not belong to the story.
  ['Ends with “{1}”', 'Endet mit „{1}“'],
  ['Begins with “{1}”', 'Beginnt mit „{1}“'],
  ['Says nothing but “{1}”', 'Sagt nichts als „{1}“'],
  ['Has the words “{1}”, which sites put beside a story', 'Hat die Wörter „{1}“, wie sie Websites neben Texte setzen'],
  ['Interrupts a quotation that carries on after it', 'Unterbricht ein Zitat, das danach weitergeht'],
  [
    '{1} headlines in a row, no full sentence among them',
    '{1} Überschriften hintereinander, kein ganzer Satz darunter',
  ],
  ['{1} headlines in a row', '{1} Überschriften hintereinander'],
  ['{1} short lines, none of them a sentence', '{1} kurze Zeilen, keine davon ein Satz'],
  ['A line that is no sentence, between paragraphs that are', 'Eine Zeile ohne Satz zwischen Absätzen aus Sätzen'],
  ['“{1}” stands {2} times in the document', '„{1}“ steht {2}-mal im Text'],
  ['“{1}” stands in another document of the library', '„{1}“ steht auch in einem anderen Text der Bibliothek'],
  ['“{1}” stands in {2} other documents of the library', '„{1}“ steht auch in {2} anderen Texten der Bibliothek'],
  [
    'Worded like what sites put between paragraphs: “{1}”',
    'Klingt wie das, was Websites zwischen Absätze setzen: „{1}“',
  ],
  ['The paragraphs around it read on without it', 'Die Absätze ringsum lesen sich ohne ihn weiter'],
  ['Shares no name or noun with the story', 'Hat keinen Namen und kein Hauptwort mit der Geschichte gemein'],
  ['Shares few of its words with the story', 'Hat wenige seiner Wörter mit der Geschichte gemein'],
  ['Most of its words are those of the story', 'Die meisten seiner Wörter sind die der Geschichte'],
  ['{1}: nowhere else in the story', '{1}: sonst nirgends in der Geschichte'],
  ['“{1}” is also in the story', '„{1}“ kommt auch in der Geschichte vor'],
  [
    'Known boilerplate of this house: {1} marked it on {2}',
    'Bekannter Textbaustein des Hauses: {1} hat ihn am {2} angemerkt',
  ],
  // Quotations and who said them.
  ['A turn in a conversation, after a name and a colon.', 'Ein Beitrag in einem Gespräch, nach Name und Doppelpunkt.'],
  ['Dialogue after a dash.', 'Rede nach einem Gedankenstrich.'],
  ['In quotation marks that are never closed.', 'In Anführungszeichen, die nie geschlossen werden.'],
  ['In quotation marks, through {1} paragraphs.', 'In Anführungszeichen, über {1} Absätze.'],
  ['In quotation marks.', 'In Anführungszeichen.'],
  [
    'It carries on after a passage that is not part of the story.',
    'Es geht nach einer Stelle weiter, die nicht zur Geschichte gehört.',
  ],
  ['“{1}” gives it to “{2}”.', '„{1}“ schreibt es „{2}“ zu.'],
  ['Nobody near it is named as saying it.', 'Niemand in der Nähe wird als sein Sprecher genannt.'],
  ['It goes to “{1}”, who is speaking just after it.', 'Es gehört zu „{1}“, der Stimme gleich danach.'],
  ['It goes to “{1}”, who is speaking just before it.', 'Es gehört zu „{1}“, der Stimme gleich davor.'],
  ['“{1}” is who its sentence is about.', 'Sein Satz handelt von „{1}“.'],
  ['“{1}” is {2}, named in paragraph {3}.', '„{1}“ ist {2}, genannt in Absatz {3}.'],
  ["“{1}” says so, in the writer's words.", '„{1}“ sagt es, in den Worten des Verfassers.'],
  [
    'This closing mark has no opening one before it in its paragraph.',
    'Dieses Schlusszeichen hat in seinem Absatz kein Anfangszeichen vor sich.',
  ],
  [
    'This quotation runs through {1} paragraphs and is never closed.',
    'Dieses Zitat geht über {1} Absätze und wird nie geschlossen.',
  ],
  ['This opening mark has no closing one.', 'Dieses Anfangszeichen hat kein Schlusszeichen.'],
  [
    'Neither its sentence nor the ones around it say who said it.',
    'Weder sein Satz noch die daneben sagen, wer es gesagt hat.',
  ],
  [
    'The speaker is named after {1} sentences; name them after the first.',
    'Wer spricht, wird erst nach {1} Sätzen genannt; besser nach dem ersten.',
  ],
  [
    'Another speaker was quoted just before in this paragraph, and this one is named only afterwards.',
    'Im selben Absatz wurde eben jemand anderes zitiert, und dieser wird erst danach genannt.',
  ],
  // Sources.
  ['Nobody can be asked: say who, or how many and where.', 'Niemand ist zu fragen: Wer war es, oder wie viele und wo?'],
  [
    'A source of whom nothing is said: describe them, and say why they are not named.',
    'Eine Quelle, von der nichts gesagt wird: beschreiben, und sagen, warum der Name fehlt.',
  ],
  [
    'The source is not named: is the reason given, and does somebody else confirm it?',
    'Die Quelle wird nicht genannt: Steht der Grund da, und bestätigt es noch jemand?',
  ],
  [
    '“Sources” in one place, one source in another: “{1}”. Were there several?',
    'Hier „Quellen“, dort eine einzige: „{1}“. Waren es mehrere?',
  ],
  ['“{1}” leaves open who says so.', '„{1}“ lässt offen, wer es sagt.'],
  [
    'The last to answer for anything was {1}, some sentences before: if it is the same source, say so again',
    'Zuletzt stand {1} für etwas ein, einige Sätze davor: Ist es dieselbe Quelle, noch einmal nennen',
  ],
  [
    'Nobody is named who says so, here or in the sentences beside it',
    'Niemand wird genannt, der es sagt, weder hier noch in den Sätzen daneben',
  ],
  ['A figure without a source: {1}', 'Eine Zahl ohne Quelle: {1}'],
  ['A superlative to prove: {1}', 'Ein Superlativ, der zu belegen ist: {1}'],
  ['“{1}”, and {2} is named', '„{1}“, und {2} wird genannt'],
  [
    'No denial, answer or “declined to comment” anywhere in the story',
    'Nirgends in der Geschichte eine Antwort, ein Widerspruch oder „wollte sich nicht äußern“',
  ],
  [
    'A single source: all {1} attributed sentences come from {2}',
    'Eine einzige Quelle: Alle {1} zugeschriebenen Sätze kommen von {2}',
  ],
  ['{1} has it from {2}: that is one report, not two.', '{1} hat es von {2}: Das ist ein Bericht, nicht zwei.'],
  ['All that is attributed comes from other reports: {1}.', 'Alles Zugeschriebene kommt aus anderen Berichten: {1}.'],
  ['The same sentence stands in paragraph {1}: “{2}”', 'Derselbe Satz steht in Absatz {1}: „{2}“'],
  [
    '“{1}” is a guess in the writer’s own voice: say what it rests on.',
    '„{1}“ ist eine Vermutung des Verfassers: Worauf beruht sie?',
  ],
  [
    '“{1}” is a judgement in the writer’s own voice: give it to somebody, or leave it out.',
    '„{1}“ ist ein Urteil des Verfassers: jemandem zuschreiben oder weglassen.',
  ],
  // Claims.
  ['Reads like the sentences that fact-checkers pick ({1})', 'Liest sich wie Sätze, die geprüft werden ({1})'],
  ['Gives a figure: {1}', 'Nennt eine Zahl: {1}'],
  ['Superlative: {1}', 'Superlativ: {1}'],
  ['An accusation, and {1} is named: “{2}”', 'Ein Vorwurf, und {1} wird genannt: „{2}“'],
  ['An accusation: “{1}”', 'Ein Vorwurf: „{1}“'],
  ['Says that one thing caused another: “{1}”', 'Sagt, dass eines das andere bewirkt hat: „{1}“'],
  ['Says that something changed: “{1}”', 'Sagt, dass sich etwas geändert hat: „{1}“'],
  ['Compares: “{1}”', 'Vergleicht: „{1}“'],
  ['Reports something that is on record: “{1}”', 'Berichtet etwas, das festgehalten ist: „{1}“'],
  ['Gives a year: {1}', 'Nennt ein Jahr: {1}'],
  ['Speaks of what is to come: “{1}”', 'Spricht von Künftigem: „{1}“'],
  ['Says something of {1}', 'Sagt etwas über {1}'],
  ['Judges rather than states: “{1}”', 'Urteilt eher, als dass es feststellt: „{1}“'],
  // What disagrees.
  [
    'The headline says {1}; the text has no such percentage.',
    'In der Überschrift steht {1}; im Text kein solcher Anteil.',
  ],
  [
    'The headline says {1}; the text has no such figure for “{2}”.',
    'In der Überschrift steht {1}; im Text keine solche Zahl für „{2}“.',
  ],
  ['The text says {1}', 'Im Text steht {1}'],
  ['Nobody in the text says these words: {1}', 'Im Text sagt niemand diese Worte: {1}'],
  ['Paragraph {1} says the vote went {2}, which makes {3}', 'In Absatz {1} ging die Abstimmung {2} aus, zusammen {3}'],
  ['Paragraph {1} says {2}, which makes {3} or {4} in {5}', 'In Absatz {1} steht {2}, also {3} oder {4} im Jahr {5}'],
  ['Paragraph {1} says {2}, which makes {3} years', 'In Absatz {1} steht {2}, also {3} Jahre'],
  ['Paragraph {1} says {2}, which makes {3}', 'In Absatz {1} steht {2}, also {3}'],
  ['Paragraph {1} says {2}, parts that make {3}', 'In Absatz {1} steht {2}, zusammen {3}'],
  ['Paragraph {1} says {2}, shares that make {3}', 'In Absatz {1} steht {2}, zusammen {3}'],
  ['Paragraph {1} says {2}, a thousand times less', 'In Absatz {1} steht {2}, tausendmal weniger'],
  ['Paragraph {1} says {2}, a thousand times more', 'In Absatz {1} steht {2}, tausendmal mehr'],
  ['Paragraph {1} says from {2} to {3}, a change of {4}', 'In Absatz {1} steht: von {2} auf {3}, eine Änderung um {4}'],
  ['Paragraph {1} says a change of {2}', 'In Absatz {1} steht eine Änderung um {2}'],
  ['Paragraph {1} says {2} ({3} times)', 'In Absatz {1} steht {2} ({3}-mal)'],
  ['Paragraph {1} says {2}', 'In Absatz {1} steht {2}'],
]
