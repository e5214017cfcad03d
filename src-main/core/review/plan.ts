import type { Command, SingleCommand } from '../../contract/commands'
import type { Change, Patch } from '../../contract/entities'
import { planAnnotate, planComment, planEdit, planMove, planRemove, planResolve } from './annotate'
import { planLook, planPlace } from './carry'
import type { Making, Planning, Subject } from './context'
import { planAccept, planDismiss, planReopen, planVerdict } from './decide'
import { planFile, planTag, planUntag } from './filing'
import { planEditReply, planRemoveReply, planReply } from './replies'
import { planCite, planEditSource, planRemoveSource, planSource, planUncite } from './sources'
import { applyChange, cloneState, type ReviewState } from './state'

/**
 * What a command would change. Pure: nothing is changed here, `applyChange` does that once the change is on disk.
 *
 * @throws AppError `bad-request` or `not-found`, with a sentence for people, when the command makes no sense here
 */
export function planCommand(state: ReviewState, subject: Subject, command: Command, making: Making): Change {
  const planning: Planning = { ...making, state, subject }
  const patches = command.op === 'batch' ? planBatch(planning, command.commands) : planSingle(planning, command)
  const label = command.op === 'batch' && command.label ? { label: command.label } : {}
  return { id: making.newId(), op: command.op, ...label, author: making.author, createdAt: making.now, patches }
}

function planBatch(planning: Planning, commands: readonly SingleCommand[]): Patch[] {
  // Later commands of a batch may build on earlier ones, so they are planned against a copy that moves along.
  const scratch = cloneState(planning.state)
  return commands.flatMap((command) => {
    const patches = planSingle({ ...planning, state: scratch }, command)
    applyChange(scratch, { patches })
    return patches
  })
}

function planSingle(planning: Planning, command: SingleCommand): Patch[] {
  switch (command.op) {
    case 'highlight':
    case 'claim':
    case 'flag':
      return planAnnotate(planning, command)
    case 'comment':
      return planComment(planning, command)
    case 'edit':
      return planEdit(planning, command)
    case 'move':
      return planMove(planning, command)
    case 'place':
      return planPlace(planning, command)
    case 'look':
      return planLook(planning, command)
    case 'resolve':
      return planResolve(planning, command)
    case 'remove':
      return planRemove(planning, command.id)
    case 'reply':
      return planReply(planning, command)
    case 'edit-reply':
      return planEditReply(planning, command)
    case 'remove-reply':
      return planRemoveReply(planning, command)
    case 'source':
      return planSource(planning, command)
    case 'edit-source':
      return planEditSource(planning, command)
    case 'remove-source':
      return planRemoveSource(planning, command)
    case 'cite':
      return planCite(planning, command)
    case 'uncite':
      return planUncite(planning, command)
    case 'accept':
      return planAccept(planning, command)
    case 'dismiss':
      return planDismiss(planning, command)
    case 'reopen':
      return planReopen(planning, command)
    case 'file':
      return planFile(planning, command)
    case 'tag':
      return planTag(planning, command)
    case 'untag':
      return planUntag(planning, command)
    case 'verdict':
      return planVerdict(planning, command)
  }
}
