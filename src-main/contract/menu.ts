/**
 * The commands that the native menus and the window's palette share: one closed list of names, with the words and keys
 * the menus show unless the person chose others. Accelerators are written as Electron reads them; single letters belong to the window, which knows
 * whether somebody is typing.
 */
import { OUT_FORMATS, type OutFormat } from './api'

/** A menu's item: what it is called and the key that works everywhere. */
export interface MenuCommand {
  readonly label: string
  readonly accelerator?: string
}

const FORMAT_NAMES: Readonly<Record<OutFormat, string>> = {
  html: 'Annotated page (HTML)',
  docx: 'Word document with comments',
  pdf: 'PDF with annotations',
  md: 'Markdown with comments',
  jsonld: 'W3C annotations (JSON-LD)',
  xlsx: 'Claim ledger (Excel)',
  csv: 'Claim ledger (CSV)',
  txt: 'Clean copy (text)',
  brat: 'brat standoff (ZIP)',
  tei: 'TEI standOff (XML)',
  hypothesis: 'Hypothesis annotations (JSON)',
  claimreview: 'ClaimReview (schema.org)',
  package: 'Package for another Blue Pencil',
}

type ExportCommandId = `file.export.${OutFormat}`
const exportCommands = Object.fromEntries(
  OUT_FORMATS.map((format) => [`file.export.${format}`, { label: FORMAT_NAMES[format] }]),
) as Record<ExportCommandId, MenuCommand>

const commands = {
  'file.open': { label: 'Open…', accelerator: 'CmdOrCtrl+O' },
  'file.paste': { label: 'New from pasted text…', accelerator: 'CmdOrCtrl+Shift+N' },
  'file.export': { label: 'Export…', accelerator: 'CmdOrCtrl+E' },
  'file.exportLibrary': { label: 'Export the library…' },
  'file.importLibrary': { label: 'Import a package…' },
  'document.revisions': { label: 'Revisions…' },
  'file.backups': { label: 'Earlier states of the story…' },
  'file.close': { label: 'Close the story', accelerator: 'CmdOrCtrl+W' },
  'edit.undo': { label: 'Undo', accelerator: 'CmdOrCtrl+Z' },
  'edit.redo': { label: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z' },
  'edit.find': { label: 'Find in the story…', accelerator: 'CmdOrCtrl+F' },
  'view.library': { label: 'Library', accelerator: 'CmdOrCtrl+L' },
  'view.ledger': { label: 'Claims desk' },
  'view.quotations': { label: 'Quotations beside a record' },
  'library.statistics': { label: 'Statistics of the library' },
  'library.repeated': { label: 'Passages that repeat' },
  'view.outline': { label: 'Outline', accelerator: 'CmdOrCtrl+Alt+O' },
  'view.margin': { label: 'Margin notes', accelerator: 'CmdOrCtrl+Alt+M' },
  'view.zoomIn': { label: 'Larger text', accelerator: 'CmdOrCtrl+Plus' },
  'view.zoomOut': { label: 'Smaller text', accelerator: 'CmdOrCtrl+-' },
  'view.zoomReset': { label: 'Usual text size', accelerator: 'CmdOrCtrl+0' },
  'view.theme': { label: 'Light or dark' },
  'annotate.highlight': { label: 'Highlight' },
  'annotate.claim': { label: 'Claim' },
  'annotate.flag': { label: 'Flag' },
  'annotate.comment': { label: 'Comment' },
  'annotate.source': { label: 'Source' },
  'annotate.sentence': { label: 'Select the sentence', accelerator: 'Alt+S' },
  'review.run': { label: 'Review run' },
  'review.accept': { label: 'Accept the suggestion' },
  'review.dismiss': { label: 'Dismiss the suggestion…' },
  'review.acceptMany': { label: 'Accept many…' },
  'review.next': { label: 'Next item of the run' },
  'review.previous': { label: 'Previous item of the run' },
  'go.nextAnnotation': { label: 'Next annotation', accelerator: 'Alt+Down' },
  'go.previousAnnotation': { label: 'Previous annotation', accelerator: 'Alt+Up' },
  'go.nextSentence': { label: 'Next sentence' },
  'help.open': { label: 'Help', accelerator: 'F1' },
  'help.keys': { label: 'Keys', accelerator: 'CmdOrCtrl+/' },
  'help.tour': { label: 'Guided run' },
  'help.report': { label: 'Report a problem…' },
  'help.updates': { label: 'Look for a newer release…' },
  'help.licences': { label: 'Licences' },
  'help.palette': { label: 'All commands…', accelerator: 'CmdOrCtrl+K' },
  'rules.open': { label: 'House rules…' },
  'settings.open': { label: 'Settings…', accelerator: 'CmdOrCtrl+,' },
  'settings.keys': { label: 'Choose keys…' },
  'library.search': { label: 'Search the library…', accelerator: 'CmdOrCtrl+Shift+F' },
} as const satisfies Record<string, MenuCommand>

export type CommandId = keyof typeof commands | ExportCommandId

export const MENU_COMMANDS: Readonly<Record<CommandId, MenuCommand>> = { ...commands, ...exportCommands }

/** What a menu item may send besides a command: the story of "Open recent" to open, as `document.open:<id>`. */
export const OPEN_DOCUMENT_COMMAND = 'document.open:'
