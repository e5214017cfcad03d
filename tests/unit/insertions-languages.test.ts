import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './insertions-languages'
import { find, withBlock } from './insertions-support'

describe('other languages', () => {
  for (const [language, { story, block, label, prompt }] of Object.entries(LANGUAGES)) {
    it(`${language}: the headlines under their phrase are found`, () => {
      expect(find(withBlock(story, 2, block)).accepted).toEqual([block.join('\n')])
    })
    it(`${language}: an advertisement label is found, and called one`, () => {
      const { accepted, proposals } = find(withBlock(story, 2, [label]))
      expect(accepted).toEqual([label])
      expect(proposals[0]?.reason).toBe('advertisement')
    })
    it(`${language}: a newsletter prompt is found, and called boilerplate`, () => {
      const { accepted, proposals } = find(withBlock(story, 1, [prompt]))
      expect(accepted).toEqual([prompt])
      expect(proposals[0]?.reason).toBe('boilerplate')
    })
    it(`${language}: the story alone is left alone`, () => {
      expect(find(story.join('\n')).accepted).toEqual([])
    })
  }
})
