/** What the journeys do with a story, by what a person sees and hears of it. */
import type { Locator, Page } from '@playwright/test'
import { expect, type Desk } from './fixtures'

export const FERRY_TITLE = 'Ferry to the islands stops for the winter'

/** A story of our own, with characters beyond the first plane, right-to-left words and a figure to check. */
export const FERRY = [
  FERRY_TITLE,
  'The last ferry of the year leaves the north pier on 4 December, the harbour office said on Monday.',
  'Some 1,240 people live on the three islands, and 312 of them cross every week.',
  '“We were told by a poster with a 🛳️ on it,” said Hanna Lund, who keeps the shop on the largest island.',
  'The poster also said תודה רבה, which nobody at the pier could read.',
  'The company has not answered the council’s letter.',
].join('\n\n')

/** Puts a text into the library without the window, for journeys that are about something else. */
export async function addStory(desk: Desk, name: string, text: string): Promise<string> {
  const files = [{ name, bytes: new TextEncoder().encode(text) }]
  const [imported] = await desk.shell.call('document.import', { files })
  if (!imported?.document) throw new Error(imported?.error?.message ?? 'Nothing was imported.')
  return imported.document.id
}

/** Opens the app and in it a story of the library. */
export async function openStory(desk: Desk, page: Page, title: string): Promise<Locator> {
  await desk.open()
  await rowOf(page, title).getByText(title).click()
  return storyIsOpen(page, title)
}

/** A story's row in the library. */
export function rowOf(page: Page, title: string): Locator {
  return page.getByRole('grid', { name: 'Stories' }).getByRole('row').filter({ hasText: title })
}

/** Waits until a story can be worked on. */
export async function storyIsOpen(page: Page, title: string): Promise<Locator> {
  await expect(page.getByRole('main', { name: title })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  const text = articleOf(page)
  await expect(text).toBeFocused()
  return text
}

export function articleOf(page: Page): Locator {
  return page.getByRole('article', { name: 'Text of the story' })
}

/** Draws the mouse over the words, from inside their first letter to inside their last. */
export async function selectByMouse(page: Page, words: string): Promise<void> {
  const [from, to] = await articleOf(page).evaluate((article, wanted) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    const places: { node: Text; offset: number }[] = []
    let text = ''
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      text += node.data
      for (let offset = 0; offset < node.data.length; offset++) places.push({ node, offset })
    }
    const letterAt = (index: number): DOMRect => {
      const place = places[index]
      if (!place) throw new Error(`“${wanted}” is not on the page.`)
      const range = document.createRange()
      range.setStart(place.node, place.offset)
      range.setEnd(place.node, place.offset + 1)
      return range.getBoundingClientRect()
    }
    const start = text.indexOf(wanted)
    places[start]?.node.parentElement?.scrollIntoView({ block: 'center' })
    const [first, last] = [letterAt(start), letterAt(start + wanted.length - 1)]
    return [
      { x: first.left + first.width / 4, y: first.top + first.height / 2 },
      { x: last.left + (last.width * 3) / 4, y: last.top + last.height / 2 },
    ] as const
  }, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
  await expect(toolbarOf(page)).toBeVisible()
}

/** Brings the caret to the story's beginning and from there to the sentence with this number, from 1, and selects it. */
export async function selectSentenceByKeys(page: Page, number: number): Promise<void> {
  await articleOf(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Alt+s')
  for (let at = 1; at < number; at++) await page.keyboard.press('.')
  await expect(toolbarOf(page)).toBeVisible()
}

/** The small toolbar at the selection. */
export function toolbarOf(page: Page): Locator {
  return page.getByRole('toolbar', { name: 'Say something of the selected words' })
}

/** One of the choices of the small list that filters as one types. */
export function choice(page: Page, list: string, name: string): Locator {
  return page.getByRole('listbox', { name: list }).getByRole('option', { name })
}

/** Opens a list of the inspector. */
export async function openTab(page: Page, name: RegExp): Promise<Locator> {
  await page.getByRole('tab', { name }).click()
  return page.getByRole('tabpanel', { name })
}
