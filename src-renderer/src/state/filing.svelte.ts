import type { DocumentSummary, Filed, Filing } from '@contract/api'
import type { Client } from '@contract/client'
import { t } from '../messages'
import type { LibraryState } from './library.svelte'
import type { Notices } from './notices.svelte'
import type { Tasks } from './tasks.svelte'

/** Stories from this many on are moved as a task, with progress and a way to stop it. */
const MANY = 25

type Stories = readonly DocumentSummary[]

/** Moves stories of the library: into folders, under tags, into the trash and out of it; each move can be taken back. */
export class FilingState {
  /** The last move, for as long as nothing else was done. */
  last = $state.raw<{ readonly undo: () => Promise<boolean> }>()

  constructor(
    private readonly client: Client,
    private readonly tasks: Tasks,
    private readonly library: LibraryState,
    private readonly notices: Notices,
  ) {}

  /**
   * @param said what was done, as a sentence; it is shown with a way back
   * @returns whether all of them were moved; what went wrong has then been said
   */
  async file(stories: Stories, filing: Filing, said: string): Promise<boolean> {
    const filed = await this.#call(stories, filing)
    if (!filed) return false
    const moved = new Set(filed.documents.map(({ id }) => id))
    const before = stories.filter(({ id }) => moved.has(id))
    if (before.length > 0) {
      const undo = () => this.#takeBack(before, filing)
      this.last = { undo }
      this.notices.info(said, { label: t('common.undo'), run: () => void this.undo() })
    }
    return filed.failed.length === 0 && !filed.cancelled
  }

  /** Takes the last move back. */
  async undo(): Promise<boolean> {
    const { last } = this
    this.last = undefined
    return last ? last.undo() : false
  }

  /** Puts each story back to where it was; those that were filed alike are moved together. */
  async #takeBack(before: Stories, { tag = [], untag = [], folder, trashed }: Filing): Promise<boolean> {
    const groups = new Map<string, { stories: DocumentSummary[]; filing: Filing }>()
    for (const story of before) {
      const had = (name: string) => story.tags?.find((own) => own.toLowerCase() === name.toLowerCase())
      const filing: Filing = {
        ...(folder !== undefined && { folder: story.folder ?? '' }),
        ...(trashed !== undefined && { trashed: story.trashed }),
        untag: tag.filter((name) => !had(name)),
        tag: [...untag, ...tag].flatMap((name) => had(name) ?? []),
      }
      const key = JSON.stringify(filing)
      const group = groups.get(key) ?? { stories: [], filing }
      groups.set(key, group)
      group.stories.push(story)
    }
    let all = true
    for (const { stories, filing } of groups.values()) all = Boolean(await this.#call(stories, filing)) && all
    if (all) this.notices.info(t('library.filedBack', { n: before.length, title: before[0]?.title ?? '' }))
    return all
  }

  async #call(stories: Stories, filing: Filing): Promise<Filed | undefined> {
    const ids = stories.map(({ id }) => id)
    const ask = (task?: string) => this.client.call('library.file', { ids, filing, task })
    const result =
      stories.length < MANY ? await ask() : await this.tasks.run(t('library.filing', { n: stories.length }), ask)
    if (!result.ok) {
      this.notices.problem(result.error)
      return undefined
    }
    this.library.put(result.value.documents)
    for (const { title, message } of result.value.failed.slice(0, 3)) this.notices.error(`${title}: ${message}`)
    if (result.value.failed.length > 3) this.notices.error(t('library.notFiled', { n: result.value.failed.length }))
    return result.value
  }
}
