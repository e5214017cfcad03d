/** Draws resources/icons/*.png from icon.svg, with the Chromium that the tests use. Run it when the drawing changes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from './support/chromium.mjs'

const folder = fileURLToPath(new URL('../resources/icons/', import.meta.url))
const svg = readFileSync(`${folder}icon.svg`, 'utf8')
const { path, problem } = await findChromium((line) => console.log(line))
if (problem) throw new Error(problem)

const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  writeFileSync(`${folder}${size}x${size}.png`, await page.screenshot({ omitBackground: true }))
}
await browser.close()
