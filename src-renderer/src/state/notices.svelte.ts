import { untrack } from 'svelte'
import type { Problem } from '@contract/result'
import type { Announcer } from '../a11y/announcer.svelte'
import { t } from '../messages'

export interface NoticeAction {
  readonly label: string
  run(): void
}

export interface Notice {
  readonly id: number
  readonly level: 'info' | 'warning' | 'error'
  /** A sentence. */
  readonly message: string
  readonly action?: NoticeAction
}

/** What the window has to say for a while: done, undone, gone wrong. Errors stay until they are closed. */
export class Notices {
  list = $state.raw<readonly Notice[]>([])
  #next = 1

  constructor(private readonly announcer: Announcer) {}

  /** Something was done, perhaps with a way back. The notice leaves by itself. */
  info(message: string, action?: NoticeAction): void {
    this.#add({ level: 'info', message, action })
  }

  warning(message: string, action?: NoticeAction): void {
    this.#add({ level: 'warning', message, action })
  }

  error(message: string, action?: NoticeAction): void {
    this.#add({ level: 'error', message, action })
  }

  /** A call's problem, unless the person cancelled it, which is no news to them. */
  problem({ code, message }: Problem): void {
    if (code !== 'cancelled') this.error(message)
  }

  /** Why a change to a story was not made. What it was about is known to whoever made it; its id says nothing to them. */
  unkept(problem: Problem): void {
    if (problem.code === 'not-found') this.error(t('desk.gone'))
    else this.problem(problem)
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  /** The same sentence again replaces the one that is shown: a failing key must not fill the window. */
  #add(notice: Omit<Notice, 'id'>): void {
    const others = untrack(() => this.list).filter((shown) => shown.message !== notice.message)
    this.list = [...others.slice(-3), { ...notice, id: this.#next++ }]
    this.announcer.say(notice.message, notice.level === 'error' ? 'assertive' : 'polite')
  }
}
