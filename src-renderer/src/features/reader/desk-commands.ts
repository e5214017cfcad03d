import { SEVERITIES } from '@contract/taxonomies'
import { t } from '../../messages'
import type { Command } from '../../state/commands.svelte'
import type { DeskState } from '../../state/desk.svelte'
import { undoCommands } from '../frame/undo-commands'
import { runCommands } from '../review-run/run-commands'
import { annotate, beginComment, beginSource } from './annotate'

/** What can be done while a document is open. Menus, palette, key sheet and keys all come from here. */
export function deskCommands(desk: DeskState, askForBlock: () => void): Command[] {
  const { document: open, run, selection } = desk
  const { settings } = desk.app
  const ready = () => open.status === 'ready'
  const editable = () => ready() && open.readOnly === undefined
  const running = () => editable() && run.active && run.panel !== 'dismiss'
  /** A decision needs something to decide on: the run's item, or a suggestion that was put in focus. */
  const current = () => open.suggestion(open.focus)
  const decidable = () => editable() && desk.tab === 'suggestions' && current() !== undefined

  return [
    ...undoCommands(open, () => (run.active ? run.undo() : open.undo())),
    {
      id: 'edit.find',
      label: t('desk.find'),
      group: 'edit',
      keys: ['/'],
      when: ready,
      run: () => {
        const { range } = selection
        const words = range && range.end - range.start < 80 ? desk.text.slice(range.start, range.end) : undefined
        desk.find.start(desk.inSight.start, words)
      },
    },
    {
      id: 'document.revisions',
      label: t('revisions.open'),
      group: 'file',
      when: ready,
      run: () => desk.app.openRevisions(open.id),
    },
    ...(['highlight', 'claim', 'flag'] as const).map((kind): Command => ({
      id: `annotate.${kind}`,
      label: t(`kind.${kind}`),
      group: 'annotate',
      keys: [kind.charAt(0)],
      when: editable,
      run: () => void annotate(desk, kind),
    })),
    {
      id: 'annotate.comment',
      label: t('kind.comment'),
      group: 'annotate',
      keys: ['m'],
      when: editable,
      run: () => beginComment(desk),
    },
    {
      id: 'annotate.source',
      label: t('kind.source'),
      group: 'annotate',
      keys: ['s'],
      when: editable,
      run: () => beginSource(desk),
    },
    {
      id: 'annotate.sentence',
      label: t('desk.selectSentence'),
      group: 'annotate',
      when: ready,
      run: () => desk.selectSentence(),
    },
    {
      id: 'go.nextSentence',
      label: t('desk.nextSentence'),
      group: 'go',
      keys: ['.'],
      when: ready,
      run: () => desk.selectSentence(1),
    },
    {
      id: 'go.previousSentence',
      label: t('desk.previousSentence'),
      group: 'go',
      keys: [','],
      when: ready,
      run: () => desk.selectSentence(-1),
    },
    {
      id: 'go.nextAnnotation',
      label: t('desk.nextAnnotation'),
      group: 'go',
      keys: ['n'],
      when: ready,
      run: () => desk.step(1),
    },
    {
      id: 'go.previousAnnotation',
      label: t('desk.previousAnnotation'),
      group: 'go',
      keys: ['p'],
      when: ready,
      run: () => desk.step(-1),
    },
    { id: 'go.block', label: t('desk.goToBlock'), group: 'go', keys: ['g'], when: ready, run: askForBlock },
    {
      id: 'annotate.remove',
      label: t('desk.removeFocused'),
      group: 'annotate',
      keys: ['Delete'],
      when: () => editable() && open.annotation(open.focus) !== undefined,
      run: () => {
        const annotation = open.annotation(open.focus)
        if (!annotation) return
        const what = t(`kind.${annotation.kind}`)
        void desk.remove({ op: 'remove', id: annotation.id }, t('desk.removed', { what }))
      },
    },
    {
      id: 'review.run',
      label: t('desk.runStart'),
      group: 'review',
      keys: ['r'],
      when: editable,
      run: () => desk.startRun(),
    },
    {
      id: 'review.leave',
      label: t('desk.runLeave'),
      group: 'review',
      keys: ['Escape'],
      when: () => run.active && selection.tool === undefined,
      run: () => (run.panel ? (run.panel = undefined) : run.leave()),
    },
    {
      id: 'review.next',
      label: t('desk.runNextItem'),
      group: 'review',
      keys: ['j'],
      when: () => ready() && open.suggestions.length > 0,
      run: () => desk.stepRun(1),
    },
    {
      id: 'review.previous',
      label: t('desk.runPreviousItem'),
      group: 'review',
      keys: ['k'],
      when: () => ready() && open.suggestions.length > 0,
      run: () => desk.stepRun(-1),
    },
    {
      id: 'review.accept',
      label: t('desk.acceptSuggestion'),
      group: 'review',
      keys: ['a'],
      // While one is being kept it may be gone from the list, and the next not yet in focus.
      when: () => decidable() || (editable() && desk.waiting > 0),
      run: () => void desk.acceptFocused(),
    },
    {
      id: 'review.dismiss',
      label: t('desk.dismissSuggestion'),
      group: 'review',
      keys: ['x'],
      when: decidable,
      run: () => (run.panel = 'dismiss'),
    },
    {
      id: 'review.edit',
      label: t('desk.editSuggestion'),
      group: 'review',
      keys: ['e'],
      when: decidable,
      run: () => (run.panel = run.panel === 'edit' ? undefined : 'edit'),
    },
    {
      id: 'review.undo',
      label: t('desk.undoDecision'),
      group: 'review',
      keys: ['u'],
      when: () => editable() && open.history.undo !== undefined,
      run: () => void run.undo(),
    },
    ...SEVERITIES.map((severity, index): Command => ({
      id: `review.severity.${severity}`,
      label: t('desk.severityIs', { severity: t(`severity.${severity}`) }),
      group: 'review',
      keys: [String(index + 1)],
      when: () => running() && current()?.kind === 'flag',
      run: () => run.amend({ severity }),
    })),
    {
      id: 'review.severity.proposed',
      label: t('desk.severityProposed'),
      group: 'review',
      keys: ['4'],
      when: () => running() && current()?.kind === 'flag',
      run: () => run.amend({ severity: undefined }),
    },
    {
      id: 'view.ledger',
      label: t('ledger.title'),
      group: 'view',
      keys: ['l'],
      when: ready,
      run: () => (desk.ledger = desk.ledger ? undefined : 'claims'),
    },
    {
      id: 'view.gate',
      label: t('ledger.tab.gate'),
      group: 'review',
      when: ready,
      run: () => (desk.ledger = 'gate'),
    },
    {
      id: 'view.text',
      label: t('ledger.back'),
      group: 'view',
      keys: ['Escape'],
      when: () => desk.ledger !== undefined,
      run: () => (desk.ledger = undefined),
    },
    {
      id: 'view.outline',
      label: t('desk.outline'),
      group: 'view',
      run: () => void settings.set({ showOutline: !settings.current.showOutline }),
    },
    {
      id: 'view.margin',
      label: t('desk.margin'),
      group: 'view',
      run: () => void settings.set({ showMargin: !settings.current.showMargin }),
    },
    ...runCommands(desk),
    { id: 'file.close', label: t('desk.close'), group: 'file', run: () => desk.app.openLibrary() },
    { id: 'file.print', label: t('desk.print'), group: 'file', keys: ['Mod+P'], run: () => window.print() },
  ]
}
