import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export interface GoldQuotation {
  readonly start: number
  readonly end: number
  readonly type: 'direct' | 'mixed' | 'indirect'
  readonly parts?: readonly [number, number][]
  readonly speaker?: string
  readonly speakerStart?: number
  readonly speakerEnd?: number
}

/** An article whose attributed contents people have marked; offsets in code points. */
export interface LabelledArticle {
  readonly id: string
  readonly text: string
  readonly quotes: readonly GoldQuotation[]
}

export function labelledArticles(path: string): LabelledArticle[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledArticle)
}

/** The fold of an article: the same for the same id, whatever the others are. */
export function foldOf(id: string, folds: number, salt = ''): number {
  return (
    parseInt(
      createHash('sha1')
        .update(salt + id)
        .digest('hex')
        .slice(0, 8),
      16,
    ) % folds
  )
}

/** Speakers that are not asked for when figures are counted. */
export const PRONOUN = /^(he|she|they|it|i|we|you|who|him|her|them)$/i
