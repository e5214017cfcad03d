import { t } from '../../messages'
import type { Command } from '../../state/commands.svelte'
import { undoCommands } from '../frame/undo-commands'
import { choicesOf } from './decisions'
import { canBePlaced, subjectOf, type RevisionsState } from './revisions-state.svelte'

/** What can be done while two texts are compared. */
export function revisionsCommands(state: RevisionsState, add: () => void): Command[] {
  const { document: open, app, id } = state
  const editable = () => open.status === 'ready' && open.readOnly === undefined
  const walking = () => state.placing === undefined && state.shown.length > 0
  const choices = () => (editable() && walking() && state.item ? choicesOf(state.item) : {})
  const goBack = () => {
    const subject = state.item && subjectOf(state.item)
    const range = subject === undefined ? undefined : open.rangeOf(subject)
    const annotation = open.annotation(subject) && subject
    app.openDocument(id, range && { start: range.start, end: range.end, ...(annotation && { annotation }) })
  }
  return [
    {
      id: 'revisions.next',
      label: t('revisions.next'),
      group: 'review',
      keys: ['j'],
      when: walking,
      run: () => state.step(1),
    },
    {
      id: 'revisions.previous',
      label: t('revisions.previous'),
      group: 'review',
      keys: ['k'],
      when: walking,
      run: () => state.step(-1),
    },
    {
      id: 'revisions.yes',
      label: () =>
        state.item && choices().yes ? t(`revisions.choice.${choices().yes ?? 'fits'}`) : t('revisions.yes'),
      group: 'review',
      keys: ['a'],
      when: () => choices().yes !== undefined,
      run: () => void state.yes(),
    },
    {
      id: 'revisions.no',
      label: () => (state.item && choices().no ? t(`revisions.choice.${choices().no ?? 'leave'}`) : t('revisions.no')),
      group: 'review',
      keys: ['x'],
      when: () => choices().no !== undefined,
      run: () => void state.no(),
    },
    {
      id: 'revisions.place',
      label: t('revisions.placeByHand'),
      group: 'review',
      keys: ['p'],
      when: () => editable() && walking() && state.isNow && state.item !== undefined && canBePlaced(state.item),
      run: () => state.place(),
    },
    {
      id: 'revisions.undo',
      label: t('desk.undoDecision'),
      group: 'review',
      keys: ['u'],
      when: () => editable() && open.history.undo !== undefined,
      run: () => void state.undo(),
    },
    ...undoCommands(open, () => state.undo()),
    { id: 'revisions.add', label: t('revisions.add'), group: 'file', when: editable, run: add },
    {
      id: 'revisions.paste',
      label: t('revisions.paste'),
      group: 'file',
      when: editable,
      run: () => (app.overlay = { kind: 'paste' }),
    },
    {
      id: 'revisions.onlyChanges',
      label: t('revisions.onlyChanges'),
      group: 'view',
      keys: ['c'],
      when: () => state.comparison !== undefined,
      run: () => (state.onlyChanges = !state.onlyChanges),
    },
    { id: 'revisions.toReader', label: t('revisions.toReader'), group: 'go', keys: ['o'], run: goBack },
    {
      id: 'revisions.close',
      label: t('common.back'),
      group: 'go',
      keys: ['Escape'],
      run: () => (state.placing === undefined ? app.openDocument(id) : state.stopPlacing()),
    },
  ]
}
