import { describe, expect, it, vi } from 'vitest'
import { AppError } from '../../src-main/contract/result'
import { importFile } from '../../src-main/core/importers/registry'

const PROSE = '<p>The council said that the wall was safe.</p><p>Nobody who lives there had been asked about it.</p>'

/** Imports, or gives the code of the refusal; anything else that is thrown fails the test. */
async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const file = await importFile({ name, bytes })
    expect(file.report.coverage.inText + file.report.coverage.leftOut).toBe(file.report.coverage.total)
    return 'read'
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code
    throw thrown
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const names = (count: number) => Array.from({ length: count }, (_, i) => `a${i}="${i}"`).join(' ')

describe('files made to exhaust a reader', () => {
  // Generous, for slow machines with other work to do: what is not linear here takes minutes.
  const SECONDS = 20

  it.each<[string, string, () => string, string]>([
    ['a line of 19 million letters', 'a.txt', () => 'x'.repeat(19_000_000), 'read'],
    ['21 million letters', 'a.txt', () => 'x '.repeat(10_500_000), 'too-large'],
    ['a million short lines', 'a.txt', () => 'a\n'.repeat(1_000_000), 'read'],
    ['nothing but white space', 'a.txt', () => ' \n'.repeat(5_000_000), 'empty'],
    ['5,000 nested elements', 'a.html', () => PROSE + '<div>'.repeat(5_000) + 'deep', 'read'],
    ['100,000 nested elements', 'a.html', () => PROSE + '<div>'.repeat(100_000), 'unreadable'],
    ['2,900 nested lists', 'a.html', () => '<ul><li>'.repeat(2_900) + PROSE, 'read'],
    ['a million attributes', 'a.html', () => `<p ${names(1_000_000)}>${PROSE}`, 'read'],
    [
      'formatting that is never closed',
      'a.html',
      () => Array.from({ length: 3_000 }, (_, i) => `<font color=${i}><p>x`).join(''),
      'unreadable',
    ],
    ['100,000 links', 'a.html', () => PROSE + '<a href=x>l</a> '.repeat(100_000), 'read'],
    ['100,000 line breaks', 'a.html', () => `${PROSE}<p>${'x<br>'.repeat(100_000)}`, 'read'],
    ['50,000 brackets', 'a.md', () => '['.repeat(50_000), 'read'],
    ['50,000 quotation marks', 'a.md', () => '>'.repeat(50_000) + ' x', 'read'],
    ['20,000 list marks', 'a.md', () => '- '.repeat(20_000) + 'x', 'read'],
    [
      '3,000 nested list items',
      'a.md',
      () => Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i * 2)}- item`).join('\n'),
      'read',
    ],
    ['50,000 open emphases', 'a.md', () => '*a **b '.repeat(25_000), 'read'],
    ['50,000 link openings', 'a.md', () => '[a]('.repeat(50_000), 'read'],
    ['50,000 picture openings', 'a.md', () => '![['.repeat(17_000), 'read'],
    ['a wide table', 'a.md', () => `${'|a'.repeat(5_000)}\n${'|-'.repeat(5_000)}\n${'|b\n'.repeat(100)}`, 'read'],
    ['50,000 references', 'a.md', () => '[a]: b\n'.repeat(25_000) + '[a]'.repeat(25_000), 'read'],
  ])(
    '%s',
    async (_, name, make, expected) => {
      const bytes = utf8(make())
      const started = performance.now()
      expect(await outcome(name, bytes)).toBe(expected)
      expect(performance.now() - started).toBeLessThan(SECONDS * 1_000)
    },
    60_000,
  )

  it('refuses 200 MB at once, without looking at it', async () => {
    const started = performance.now()
    expect(await outcome('a.txt', new Uint8Array(200 * 1024 * 1024).fill(97))).toBe('too-large')
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('loses nothing of lists nested deeper than a Markdown parser goes', async () => {
    const deep = Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- item${i}`).join('\n')
    expect((await importFile({ name: 'a.md', bytes: utf8(deep) })).text).toContain('item299')
  })

  it('reads any bytes at all or says why not', async () => {
    let seed = 1
    for (let round = 0; round < 200; round++) {
      const bytes = new Uint8Array(1 + ((round * 7) % 400)).map(() => (seed = (seed * 48_271) % 2_147_483_647) & 255)
      for (const name of ['a.txt', 'a.md', 'a.html', 'a'])
        expect(await outcome(name, bytes)).toMatch(/^(?:read|unreadable|empty|unsupported|no-article)$/)
    }
  })
})

describe('pages that want to do something', () => {
  const TRAPS = `<!doctype html><meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
<link rel="stylesheet" href="https://evil.example/a.css"><script src="https://evil.example/a.js"></script><script>globalThis.ran = true</script>
<body onload="globalThis.ran = true">${PROSE}<img src="https://evil.example/pixel.gif" onerror="globalThis.ran = true">
<iframe src="https://evil.example/"></iframe><svg onload="globalThis.ran = true"><script>globalThis.ran = true</script></svg>
<p>A sentence with <a href=" java\tscript:alert(1)">one</a>, <a href="data:text/html,x">two</a> and <a href="vbscript:x">three</a> traps in it.</p>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></style></table></mtext></math>`

  it('run nothing, fetch nothing, and leave no address that runs', async () => {
    const fetching = vi.spyOn(globalThis, 'fetch')
    const file = await importFile({ name: 'trap.html', bytes: utf8(TRAPS) })
    expect(fetching).not.toHaveBeenCalled()
    expect('ran' in globalThis).toBe(false)
    expect(file.text).toContain('one, two and three traps')
    expect(file.inlines.filter(({ kind }) => kind === 'link').map(({ href }) => href)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(JSON.stringify(file)).not.toMatch(/evil\.example|globalThis/)
    fetching.mockRestore()
  })

  it('cannot disguise a file’s name in a sentence', async () => {
    const attempt = () => importFile({ name: 'gnp\u202e\u0000fdp.exe', bytes: new Uint8Array() })
    await expect(attempt()).rejects.toThrow(/^“gnpfdp\.exe” is empty/)
  })
})
