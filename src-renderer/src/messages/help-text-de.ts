import type { HelpText } from '../features/help/help-text'

/** Die Hilfe auf Deutsch, Kapitel für Kapitel. */
export const helpTextDe: HelpText = {
  first: {
    title: 'Die erste Geschichte',
    blocks: [
      'Eine Geschichte kommt herein, Sie merken an, was so nicht stehen darf und was eine Quelle braucht, und eine annotierte Datei geht hinaus. Für den ganzen Weg genügen zehn Minuten.',
      {
        list: [
          'Holen: Dateien oder einen ganzen Ordner irgendwo auf dem Fenster ablegen, mit {file.open} öffnen oder mit {file.paste} einen Text einfügen.',
          'Ansehen: Woran ein sorgfältiger Leser hängen bliebe, ist gepunktet unterstrichen. Was nicht zur Geschichte gehört, ist eingeklammert und blass.',
          'Entscheiden: {review.run} beginnt einen Durchgang von Vorschlag zu Vorschlag, mit einer Taste für jeden.',
          'Ergänzen, was Sie selbst sehen: die Schreibmarke in einen Satz setzen, dann {annotate.claim} für eine Behauptung oder {annotate.flag} für einen Einwand.',
          'Behauptungen mit {annotate.source} ihre Quelle geben.',
          'Weitergeben: Der Export macht eine Word-Datei, ein PDF, eine Seite für jeden Browser oder eine Liste der Behauptungen.',
        ],
      },
      'Zu speichern gibt es nichts: Jede Entscheidung liegt auf der Platte, bevor die Statuszeile es sagt, und {edit.undo} nimmt sie zurück, auch morgen noch.',
      'Der Rundgang zeigt dasselbe an einer Beispielgeschichte in weniger als zwei Minuten. Er steht in der Liste aller Befehle, {help.palette}.',
    ],
  },
  marks: {
    title: 'Was die Zeichen bedeuten',
    blocks: [
      'Jede Art von Zeichen hat ihre eigene Form; auf Farben kommt es bei keiner an.',
      { sample: 'marks' },
      {
        list: [
          'Der Buchstabe am Rand einer Behauptung ist ihr Stand: ungeprüft, in Arbeit, bestätigt, nur zugeschrieben, bestritten, falsch, nicht überprüfbar oder keine Behauptung.',
          'Ein Einwand hat einen Grund und ein Gewicht: muss geändert werden, sollte geändert werden, Rückfrage. Am stärksten ist gezeichnet, was geändert werden muss.',
          'Ein Vorschlag ist eine Frage an Sie. Angenommen wird er zur Anmerkung, verworfen verschwindet er.',
          'Ein Block, der nicht zur Geschichte gehört, behält seine Wörter: Im Text wird nie etwas gelöscht. Der Reintext lässt ihn weg.',
        ],
      },
      { heading: 'Der Streifen über dem Text' },
      'Er ist die ganze Geschichte, ein Strich für jeden Satz: belegt, zugeschrieben, unbelegt, nichts zu prüfen oder nicht Teil der Geschichte. Ein Druck auf einen Strich führt dorthin. In der Bibliothek steht derselbe Streifen neben jedem Titel.',
      { heading: 'Wo Zeichen übereinander liegen' },
      'Sie bleiben lesbar, und jedes ist zu erreichen: {go.nextAnnotation} und {go.previousAnnotation} gehen in der Ordnung des Textes von einem zum nächsten und sagen, wo Sie sind.',
    ],
  },
  marking: {
    title: 'Wörter anmerken',
    blocks: [
      'Der Text hat eine Schreibmarke wie in jedem Schreibprogramm, obwohl niemand in ihn schreiben kann: Der Text einer Geschichte ändert sich nie.',
      {
        list: [
          'Pfeiltasten bewegen die Schreibmarke, mit Strg (Option auf dem Mac) um Wörter und Blöcke; Umschalt wählt aus.',
          '{annotate.sentence} wählt den Satz an der Schreibmarke, {go.nextSentence} und {go.previousSentence} den danach oder davor.',
          'Mit der Maus nimmt ein Doppelklick ein Wort und ein Dreifachklick den Absatz. Eine Auswahl, die in einem Wort beginnt, nimmt das ganze Wort, außer mit Alt.',
          '{annotate.claim} macht eine Behauptung, {annotate.flag} einen Einwand, {annotate.highlight} eine Markierung, {annotate.comment} einen Kommentar, {annotate.source} gibt eine Quelle. Ohne Auswahl meinen sie den Satz an der Schreibmarke.',
          'Dann öffnet sich eine kleine Liste für das Genauere: einige Buchstaben tippen oder die Nummer drücken, dann Eingabe. Escape lässt es, wie es ist.',
        ],
      },
      'Der Inspektor rechts zeigt, was gerade gemeint ist, und nimmt jede Änderung an Ort und Stelle. Ein Feld ist gespeichert, sobald Sie es verlassen.',
      '{annotate.remove} nimmt die gemeinte Anmerkung weg, und der Hinweis, der dann erscheint, holt sie zurück.',
    ],
  },
  review: {
    title: 'Der Durchgang',
    blocks: [
      'Ein Durchgang führt von Vorschlag zu Vorschlag. {review.run} beginnt ihn, {review.leave} verlässt ihn, und die Stelle bleibt gemerkt.',
      {
        list: [
          '{review.accept} nimmt an, und es geht weiter. Aus dem Vorschlag wird eine Behauptung oder ein Einwand.',
          '{review.dismiss} verwirft und fragt nach dem Grund; Eingabe ohne Grund genügt. Er kommt nicht wieder, weder in diesem Text noch in späteren.',
          '{review.next} und {review.previous} gehen weiter, ohne zu entscheiden.',
          '{review.edit} öffnet ihn erst, um Art, Grund oder Gewicht zu ändern.',
          '{review.undo} nimmt die letzte Entscheidung zurück, welche es auch war.',
        ],
      },
      'Unter jedem Vorschlag steht, warum er gemacht wird. Mit dem Zeiger auf einem Grund zeigen sich im Text die Wörter, von denen er spricht.',
      { heading: 'Viele auf einmal' },
      '{review.filter} öffnet den Filter: Art, Grund, geringste Sicherheit und Ordnung. „Alle annehmen“ nimmt alles an, was ihn passiert, als einen Schritt, der sich zurücknehmen lässt.',
      'Am Ende sagt der Durchgang, was offen ist: Behauptungen ohne Quelle, Einwände. Jede Entscheidung steht im Verlauf, lässt sich dort zurücknehmen, und alle lassen sich als Datei sichern.',
    ],
  },
  claims: {
    title: 'Prüftisch und Quellen',
    blocks: [
      '{view.ledger} legt den Prüftisch an die Stelle des Textes: eine Tabelle aller Behauptungen, zum Ordnen, Filtern, Gruppieren nach Person, Stand oder Quelle und zum Bearbeiten. Dieselbe Taste führt zurück.',
      {
        list: [
          'Stimmen: wer wie viel der Geschichte sagt, wie viel davon von Ungenannten kommt und wo sie an einer einzigen Stimme hängt. Mehrere Meldungen einer Agentur zählen einmal.',
          'Quellen: Jede wird einmal genannt und kann viele Behauptungen tragen. Sie hat eine Art, eine Stelle (Seite, Minute, Zeile), den Tag, an dem Sie sie gesehen haben, und angehängte Dateien, die in der Bibliothek bleiben.',
          'Eine Quelle stützt eine Behauptung oder widerspricht ihr.',
          'Vor der Freigabe: was noch zwischen dieser Geschichte und „freigegeben“ steht. Solange etwas im Weg steht, wird nichts im Vorbeigehen freigegeben.',
        ],
      },
      'Eine Quelle kann vertraulich sein. Dann bleibt sie auf diesem Rechner: Kein Export enthält sie, außer Sie verlangen es dort und lesen die Warnung.',
    ],
  },
  quotations: {
    title: 'Zitate neben dem Protokoll',
    blocks: [
      '{view.quotations} zeigt jedes Zitat der Geschichte neben dem, was wirklich gesagt wurde: einer Abschrift, Untertiteln, einem PDF, einem Bericht. Hängen Sie das Protokoll dort an; es bleibt als Quelle bei der Geschichte.',
      {
        list: [
          'Wörtlich: Die Wörter stehen da, wie sie sind.',
          'Mit Auslassungen: Sie stehen da, und dazwischen fehlt etwas.',
          'Verändert: Sie stehen mit anderen Wörtern da; beides wird gezeigt.',
          'Nicht gefunden: Nichts darin ist nahe genug. Lieber das als die falsche Stelle.',
        ],
      },
      'Dieselben Tasten wie im Durchgang führen von einem zum nächsten. Belegen nimmt das Protokoll als Quelle der Behauptung, mit eingetragener Stelle; ein verändertes Zitat lässt sich mit beiden Lesarten beanstanden.',
    ],
  },
  revisions: {
    title: 'Spätere Fassungen',
    blocks: [
      'Schickt der Verfasser eine neue Fassung, fügen Sie sie mit {document.revisions} der Geschichte hinzu, statt sie neu einzulesen. Die frühere bleibt.',
      {
        list: [
          'Gleich und verschoben: Die Wörter sind da. Es ist nichts zu tun.',
          'Geändert: Die Wörter sind andere. Eine bestätigte Behauptung wird wieder ungeprüft und sagt, warum; {revisions.yes} bestätigt sie von Neuem.',
          'Ohne Stelle: Es gibt keine, die sicher ist. Die Anmerkung behält alles, was sie sagt, und wartet, bis Sie die vorgeschlagene Stelle mit {revisions.yes} annehmen oder mit {revisions.place} eine wählen.',
        ],
      },
      'Beide Fassungen stehen nebeneinander, Wort für Wort; {revisions.next} und {revisions.previous} gehen durch das, was anzusehen ist. Was Sie in der früheren verworfen haben, wird nicht wieder vorgeschlagen.',
    ],
  },
  export: {
    title: 'Weitergeben',
    blocks: [
      'Der Export, in der Leiste einer Geschichte oder für mehrere, die in der Bibliothek ausgewählt sind, macht die Datei, mit der die nächste Stelle arbeitet.',
      {
        list: [
          'Word: echte Kommentare, Antworten und Markierungen; was weg soll, ist als Löschung vorgeschlagen.',
          'PDF: echte Markierungen und Notizen auf den ursprünglichen Seiten, oder die Geschichte gesetzt, mit Notizen am Rand.',
          'Seite (HTML): eine Datei für jeden Browser, ohne Netz zu lesen, mit Filtern, gut zu drucken.',
          'Behauptungsliste für Excel oder als CSV: Behauptung, Stand, Person, Quellen, Urteil.',
          'Markdown, JSON-LD und andere für Archive und Programme; und ein Reintext ohne das, was nicht zur Geschichte gehört.',
        ],
      },
      'Der Dialog sagt vorher, was hineinkommt und was das Format nicht kann. Wählen Sie ein Profil: alles, ein Prüfexemplar mit Behauptungen und Quellen oder ein geprüftes Exemplar nur mit dem, was zu ändern ist.',
      'Word, PDF, Seite, Markdown, Excel und JSON-LD sind zugleich Sicherungen. Auf dem Fenster abgelegt, öffnen sie die Prüfung wieder; was Kollegen darin geändert haben, wird übernommen und als das Ihre gezeigt.',
    ],
  },
  colleagues: {
    title: 'Mit Kollegen arbeiten',
    blocks: [
      'Mehrere Menschen können dieselbe Geschichte getrennt prüfen, ohne Server.',
      {
        list: [
          'Exportieren Sie ein Paket und geben Sie es weiter wie jede andere Datei.',
          'Ihr Gegenüber legt es auf dem Fenster ab, arbeitet und schickt ein Paket zurück.',
          'Was zurückkommt, wird vereint: Alle Anmerkungen, Antworten und Entscheidungen bleiben, jede unter dem Namen dessen, der sie gemacht hat. Haben beide dasselbe Feld geändert, wird es gesagt.',
        ],
      },
      'Das Vereinen ist ein einziger Schritt und lässt sich zurücknehmen. Dieselbe Datei zweimal einzulesen ändert nichts.',
    ],
  },
  library: {
    title: 'Bibliothek und Suche',
    blocks: [
      'Die Bibliothek zeigt Ihre Geschichten, die zuletzt geänderten zuerst. Regale sammeln von selbst, was offene Einwände, unbelegte Behauptungen oder Vorschläge hat.',
      {
        list: [
          '{library.search} durchsucht Texte, Behauptungen, Einwände, Notizen und Quellen, während Sie tippen. Eingabe öffnet einen Treffer an seiner Stelle.',
          'In der Liste bewegen die Pfeiltasten, Leertaste wählt aus, Eingabe öffnet, Entf legt in den Papierkorb. Ungefragt wird nichts für immer gelöscht.',
          '{library.folder} legt Geschichten in einen Ordner, {library.tags} gibt ihnen Schlagwörter; beide stehen links und grenzen Liste und Suche ein.',
          'Mehrere ausgewählte Geschichten lassen sich gemeinsam einordnen, exportieren oder weglegen.',
          'In der Liste aller Befehle, {help.palette}, öffnet der Titel einer Geschichte sie.',
        ],
      },
      'Die Statistik zählt nach Wochen, nach Personen und nach den Gründen der Einwände. Wiederkehrende Stellen zeigt, was in vielen Geschichten steht; was Sie dort Textbaustein nennen, wird von da an in jeder gefunden.',
    ],
  },
  rules: {
    title: 'Hausregeln',
    blocks: [
      'Ein Einwand, der auf einer Regel ruht, nennt sie. {rules.open} zeigt die Regeln und schaltet jede für diese Bibliothek ein oder aus.',
      {
        list: [
          'Die Regeln des Handwerks kommen mit dem Programm, jede mit ihrer Herkunft.',
          'Ihre eigenen kommen als schlichte Datei, als Regelsammlung: welche Wörter zu suchen sind und was stattdessen zu schreiben ist. Der Dialog zeigt, wie sie aussieht.',
          'Beim Verwerfen können Sie einen Vorschlag stumm schalten: Dieselben Wörter werden dann in keiner Geschichte der Bibliothek mehr vorgeschlagen. Der Dialog zeigt, was stumm ist, und nimmt es zurück.',
        ],
      },
      'Eine geschaltete Regel ändert, was von da an vorgeschlagen wird. Was Sie in einer Geschichte entschieden haben, bleibt.',
    ],
  },
  keys: {
    title: 'Tasten und Bedienung',
    blocks: [
      'Alles lässt sich mit der Tastatur tun. {help.keys} zeigt die Tasten des Bildes, das Sie sehen, {help.palette} findet jeden Befehl mit seinem Namen.',
      {
        list: [
          'Jede Taste kann eine andere sein: mit {settings.keys} „Tasten wählen“ öffnen, zum Befehl gehen, die gewünschte Taste drücken.',
          'Einzelne Buchstaben lassen sich in den Einstellungen abschalten, für Spracheingabe oder wo sie stören.',
          '{view.nextRegion} geht von einem Teil des Fensters zum nächsten.',
          '{view.zoomIn} und {view.zoomOut} ändern die Größe von allem, bis zum Vierfachen. Größe und Breite des Textes, seine Schrift und hell oder dunkel stehen in den Einstellungen.',
        ],
      },
      { heading: 'Mit einem Bildschirmleser' },
      'Am besten führen die Listen des Inspektors durch eine Geschichte: Jeder Eintrag sagt Art, Stand und Stelle. Der Text selbst ist ein einziger Halt; {go.nextAnnotation} und {go.previousAnnotation} gehen durch seine Anmerkungen und sagen „Behauptung 3 von 18, ungeprüft“. Gespeichertes und Ergebnisse werden einmal und knapp gesagt.',
    ],
  },
  files: {
    title: 'Wo Ihre Arbeit liegt, und wer sie sieht',
    blocks: [
      'Alles liegt in einem Ordner auf diesem Rechner; die Einstellungen zeigen, in welchem. Er enthält schlichte Dateien: eine für jede Geschichte, die Dateien, wie sie kamen, und was Sie angehängt haben.',
      {
        list: [
          'Blue Pencil benutzt das Netz nie. Die eine Ausnahme ist „Nach einer neueren Fassung sehen“, und nur, wenn Sie es wählen.',
          'Eine Änderung liegt auf der Platte, bevor die Statuszeile „Gespeichert“ sagt. Ein Absturz oder Stromausfall nimmt nichts, was gespeichert hieß.',
          'Frühere Stände jeder Geschichte werden aufgehoben und lassen sich zurückholen: {file.backups}.',
          'Um alles zu sichern, kopieren Sie den Ordner bei geschlossenem Programm, oder exportieren Sie die ganze Bibliothek als Paket.',
          'In eine Bibliothek schreibt immer nur ein Programm. Ein zweites öffnet sie zum Lesen und sagt es.',
        ],
      },
      'Die Meldung eines Problems enthält keine Texte und keine Namen. Sie sehen sie ganz, bevor Sie sie sichern, und niemand außer Ihnen verschickt sie.',
    ],
  },
  detectors: {
    title: 'Was die Vorschläge nicht können',
    blocks: [
      'Vorschläge kommen aus Regeln und aus dem Zählen von Wörtern, auf diesem Rechner. Niemand liest mit, und von der Welt wissen sie nichts.',
      {
        list: [
          'Sie wissen nicht, was wahr ist. Eine Behauptung ohne Vorschlag kann falsch sein, und eine mit Vorschlag richtig.',
          'Die Zahl sagt, wie sicher das Verfahren ist, nicht, wie schwer die Sache wiegt.',
          'Blöcke aus Überschriften, Aufforderungen und Anzeigen finden sie gut; ein Absatz einer anderen Geschichte ohne jedes Zeichen davon kann durchgehen.',
          'Ein Zitat bekommt nur dort einen Namen, wo der Text es sicher macht. „Er“ und „sie“ können ohne Namen bleiben.',
          'Am besten bedient ist Englisch, dann Deutsch und Französisch und ihre Nachbarn; andere Sprachen weniger.',
          'Zwei Zahlen, die sich widersprechen, werden gefunden, wenn beide offen im Text stehen.',
        ],
      },
      'Ein sorgfältiger Leser findet mehr. Darum werden Sie bei jedem gefragt, und darum nennt jeder seine Gründe.',
    ],
  },
  trouble: {
    title: 'Wenn etwas nicht geht',
    blocks: [
      {
        list: [
          'Eine Datei ließ sich nicht lesen: Die Meldung sagt, welche und warum. In einem eingescannten PDF steckt kein Text; lassen Sie erst eine Texterkennung darüber laufen. Eine Datei mit Kennwort muss ohne gesichert werden.',
          'Der Text ist nicht vollständig: Die Statuszeile sagt, wie viel der Datei verbucht ist, und was weggelassen wurde, steht an seiner Stelle.',
          'Eine Taste tut nichts: Vielleicht behält sie der Browser oder das System, oder einzelne Buchstaben sind abgeschaltet. Die Liste aller Befehle, {help.palette}, geht immer.',
          '„Blue Pencil antwortet nicht“: Das Programm wurde geschlossen oder neu gestartet. Öffnen Sie es neu; alles Gespeicherte ist da.',
          'Eine Geschichte ist beschädigt: Das Programm setzt den neuesten guten Stand an ihre Stelle und sagt es. Die beschädigte Datei bleibt daneben liegen.',
          'Die Bibliothek ist nur zu lesen: Ein anderes Programm hat sie offen, oder eine neuere Fassung hat sie angelegt.',
          'Die Platte ist voll: Nichts Gespeichertes ist verloren. Schaffen Sie Platz und machen Sie weiter.',
        ],
      },
      'Hilft nichts davon, macht „Problem melden“ in der Liste aller Befehle eine Datei, die den Zustand des Programms für den beschreibt, der Ihnen hilft.',
    ],
  },
}
