/**
 * The screens that pictures are taken of, reached by keys alone so that they are the same in every language. Commands
 * without a key of their own are given one in the settings first.
 */
export const KEYS = {
  'rules.open': ['F9'],
  'settings.keys': ['F10'],
  'file.backups': ['F8'],
  'document.revisions': ['F7'],
  'view.gate': ['Alt+9'],
  'view.voices': ['Alt+8'],
  'library.statistics': ['Alt+7'],
  'view.quotations': ['Alt+6'],
}

const press =
  (...keys) =>
  async (page) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.waitForTimeout(120)
    }
  }

/**
 * `at` is where a scene begins: the library or the sample story. `picture` names it among the README's pictures; those
 * with `later` are taken when the story has got a later text.
 */
export const SCENES = [
  { name: 'library', at: 'library', picture: true, show: press() },
  { name: 'library-menu', at: 'library', show: (page) => page.locator('header [aria-haspopup=menu]').last().click() },
  {
    name: 'library-search',
    at: 'library',
    async show(page) {
      await page.keyboard.press('/')
      await page.keyboard.type('harbour')
      await page.waitForTimeout(500)
    },
  },
  { name: 'statistics', at: 'library', show: press('Alt+7') },
  { name: 'paste', at: 'library', show: press('Control+Shift+N') },
  { name: 'settings', at: 'library', show: press('Control+,') },
  { name: 'choose-keys', at: 'library', show: press('F10') },
  { name: 'help', at: 'library', show: press('F1') },
  {
    name: 'help-search',
    at: 'library',
    async show(page) {
      await page.keyboard.press('F1')
      await page.keyboard.type('pdf')
    },
  },
  { name: 'house-rules', at: 'library', show: press('F9') },
  { name: 'desk', at: 'story', picture: true, show: press() },
  {
    name: 'selection',
    at: 'story',
    picture: true,
    show: (page) => page.getByText('Halloran said the closure').first().dblclick(),
  },
  { name: 'comment', at: 'story', show: press('Control+Home', '.', '.', 'm') },
  { name: 'source', at: 'story', show: press('Control+Home', '.', '.', 's') },
  { name: 'review-run', at: 'story', picture: true, show: press('r') },
  { name: 'dismiss', at: 'story', show: press('r', 'x') },
  { name: 'filter', at: 'story', show: press('r', 'o') },
  { name: 'accept-many', at: 'story', show: press('r', 'Shift+A') },
  { name: 'find', at: 'story', show: press('/', 'w', 'a', 'l', 'l') },
  { name: 'claims-desk', at: 'story', picture: true, show: press('l') },
  { name: 'before-clearing', at: 'story', show: press('Alt+9') },
  { name: 'quotations', at: 'story', show: press('Alt+6') },
  { name: 'revisions', at: 'story', picture: true, later: true, show: press('F7') },
  {
    name: 'export',
    at: 'story',
    picture: true,
    async show(page) {
      await page.keyboard.press('Control+E')
      // Its preview is made in a thread of its own.
      await page.waitForTimeout(4_000)
    },
  },
  { name: 'backups', at: 'story', show: press('F8') },
  { name: 'palette', at: 'story', show: press('Control+K') },
  { name: 'key-sheet', at: 'story', show: press('?') },
  // The last, because it leaves a claim behind.
  { name: 'refine', at: 'story', show: press('Control+Home', '.', '.', 'c') },
]

/** How the same screens look in different hands. Zoom is a smaller window with larger dots, as browsers do it. */
export const LOOKS = [
  { name: 'light-1280', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'dark-1280', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'light-1920', viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  { name: 'dark-1920', viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' },
  { name: 'forced-colours', viewport: { width: 1280, height: 800 }, forcedColors: 'active' },
  { name: 'zoom-200', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  { name: 'zoom-400', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  { name: 'german', viewport: { width: 1280, height: 800 }, locale: 'de-DE' },
]
