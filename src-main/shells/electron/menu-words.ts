import type { MenuItemConstructorOptions } from 'electron'
import { MENU_COMMANDS, type CommandId } from '../../contract/menu'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** The words of the native menus in one language. `&` stands before the letter that Alt reaches. */
export interface MenuWords {
  readonly commands: Readonly<Partial<Record<CommandId, string>>>
  /** Items that the system does by itself; Electron's own words where one is not here. */
  readonly roles: Readonly<Partial<Record<Role, string>>>
  readonly file: string
  readonly edit: string
  readonly view: string
  readonly annotate: string
  readonly review: string
  readonly help: string
  readonly recent: string
  readonly noRecent: string
  readonly export: string
  readonly untitled: string
}

const english: MenuWords = {
  commands: Object.fromEntries(Object.entries(MENU_COMMANDS).map(([id, { label }]) => [id, label])),
  roles: { about: 'About Blue Pencil' },
  file: '&File',
  edit: '&Edit',
  view: '&View',
  annotate: '&Annotate',
  review: '&Review',
  help: '&Help',
  recent: 'Open recent',
  noRecent: 'No stories yet',
  export: 'Export as',
  untitled: 'Untitled',
}

const german: MenuWords = {
  commands: {
    'file.open': 'Öffnen …',
    'file.paste': 'Neu aus eingefügtem Text …',
    'file.export': 'Exportieren …',
    'file.exportLibrary': 'Bibliothek exportieren …',
    'file.importLibrary': 'Paket einlesen …',
    'document.revisions': 'Fassungen …',
    'file.backups': 'Frühere Stände des Textes …',
    'file.close': 'Text schließen',
    'edit.undo': 'Rückgängig',
    'edit.redo': 'Wiederholen',
    'edit.find': 'Im Text suchen …',
    'view.library': 'Bibliothek',
    'view.ledger': 'Prüftisch',
    'view.quotations': 'Zitate neben dem Protokoll',
    'library.statistics': 'Statistik der Bibliothek',
    'library.repeated': 'Wiederkehrende Stellen',
    'view.outline': 'Gliederung',
    'view.margin': 'Randnotizen',
    'view.zoomIn': 'Größer',
    'view.zoomOut': 'Kleiner',
    'view.zoomReset': 'Übliche Größe',
    'view.theme': 'Hell oder dunkel',
    'annotate.highlight': 'Markierung',
    'annotate.claim': 'Behauptung',
    'annotate.flag': 'Einwand',
    'annotate.comment': 'Kommentar',
    'annotate.source': 'Quelle',
    'annotate.sentence': 'Satz auswählen',
    'review.run': 'Durchgang',
    'review.accept': 'Vorschlag annehmen',
    'review.dismiss': 'Vorschlag verwerfen …',
    'review.acceptMany': 'Viele annehmen …',
    'review.next': 'Nächster Punkt des Durchgangs',
    'review.previous': 'Voriger Punkt des Durchgangs',
    'go.nextAnnotation': 'Nächste Anmerkung',
    'go.previousAnnotation': 'Vorige Anmerkung',
    'go.nextSentence': 'Nächster Satz',
    'help.open': 'Hilfe',
    'help.keys': 'Tasten',
    'help.tour': 'Rundgang',
    'help.report': 'Problem melden …',
    'help.updates': 'Nach einer neueren Fassung sehen …',
    'help.licences': 'Lizenzen',
    'help.palette': 'Alle Befehle …',
    'rules.open': 'Hausregeln …',
    'settings.open': 'Einstellungen …',
    'settings.keys': 'Tasten wählen …',
    'library.search': 'Bibliothek durchsuchen …',
    'file.export.html': 'Annotierte Seite (HTML)',
    'file.export.docx': 'Word-Dokument mit Kommentaren',
    'file.export.pdf': 'PDF mit Anmerkungen',
    'file.export.md': 'Markdown mit Kommentaren',
    'file.export.jsonld': 'W3C-Annotationen (JSON-LD)',
    'file.export.xlsx': 'Behauptungsliste (Excel)',
    'file.export.csv': 'Behauptungsliste (CSV)',
    'file.export.txt': 'Reintext',
    'file.export.brat': 'brat Standoff (ZIP)',
    'file.export.tei': 'TEI standOff (XML)',
    'file.export.hypothesis': 'Hypothesis-Annotationen (JSON)',
    'file.export.claimreview': 'ClaimReview (schema.org)',
    'file.export.package': 'Paket für ein anderes Blue Pencil',
  },
  roles: {
    about: 'Über Blue Pencil',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    togglefullscreen: 'Vollbild',
    quit: 'Blue Pencil beenden',
    services: 'Dienste',
    hide: 'Blue Pencil ausblenden',
    hideOthers: 'Andere ausblenden',
    unhide: 'Alle einblenden',
    windowMenu: 'Fenster',
  },
  file: '&Datei',
  edit: '&Bearbeiten',
  view: '&Ansicht',
  annotate: 'A&nmerken',
  review: '&Prüfen',
  help: '&Hilfe',
  recent: 'Zuletzt geöffnet',
  noRecent: 'Noch keine Texte',
  export: 'Exportieren als',
  untitled: 'Ohne Titel',
}

/** The menus' words in the first of the person's languages that there is, as the window chooses its own; else English. */
export function menuWords(languages: readonly string[]): MenuWords {
  const known: Readonly<Record<string, MenuWords>> = { en: english, de: german }
  const first = languages.map((tag) => tag.split('-', 1)[0] ?? '').find((tag) => Object.hasOwn(known, tag))
  return known[first ?? 'en'] ?? english
}
