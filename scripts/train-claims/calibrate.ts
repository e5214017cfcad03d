/**
 * Turns log-odds of sentences that a model had not seen into probabilities: Platt's sigmoid (1999, with his smoothed
 * targets) as a few knots, bent so that the threshold of greatest F1 stands at 0.5. The bend is small and is counted
 * in the calibration error that the trainer prints.
 */
export function calibrationOf(logits: readonly number[], labels: readonly number[]): [number, number][] {
  const { slope, offset } = platt(logits, labels)
  const probability = (logit: number) => 1 / (1 + Math.exp(-(slope * logit + offset)))
  const best = bestThreshold(logits.map(probability))
  // Rises from 0 through (best, ½) to 1, and leaves what is far from the threshold where it was.
  const bend = (p: number) => {
    const distance = Math.abs(Math.log(p / (1 - p)) - Math.log(best / (1 - best)))
    return p + (0.5 - best) * Math.max(0, 1 - distance / REACH)
  }
  const knots: [number, number][] = []
  for (let step = -60; step <= 60; step++) {
    const logOdds = step / 8
    knots.push([(logOdds - offset) / slope, bend(1 / (1 + Math.exp(-logOdds)))])
  }
  // Never equal, so that calibration changes no ranking.
  for (let at = 1; at < knots.length; at++) {
    const before = (knots[at - 1] as [number, number])[1]
    const knot = knots[at] as [number, number]
    knot[1] = Math.max(knot[1], before + 1e-6)
  }
  return knots.map(([logit, value]) => [round(logit), round(value)])
}

/** How far in log-odds the bend is felt. */
const REACH = 1

const round = (value: number) => Math.round(value * 1e6) / 1e6

function platt(logits: readonly number[], labels: readonly number[]): { slope: number; offset: number } {
  const positives = labels.filter(Boolean).length
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (labels.length - positives + 2)
  let slope = 1
  let offset = 0
  for (let round = 0; round < 50; round++) {
    let gs = 0,
      go = 0,
      ss = 1e-9,
      so = 0,
      oo = 1e-9
    logits.forEach((logit, at) => {
      const p = 1 / (1 + Math.exp(-(slope * logit + offset)))
      const error = p - (labels[at] ? high : low)
      const curve = p * (1 - p)
      gs += error * logit
      go += error
      ss += curve * logit * logit
      so += curve * logit
      oo += curve
    })
    const determinant = ss * oo - so * so
    slope -= (oo * gs - so * go) / determinant
    offset -= (ss * go - so * gs) / determinant
  }
  return { slope, offset }
}

/**
 * Threshold of greatest expected F1 by the probabilities themselves (Lipton, Elkan and Naryanaswamy, ECML 2014): much
 * steadier than the best one on the labels, whose top is flat and noisy.
 */
function bestThreshold(probabilities: readonly number[]): number {
  const falling = [...probabilities].sort((a, b) => b - a)
  const positives = falling.reduce((sum, p) => sum + p, 0)
  let right = 0
  let best = 0
  let threshold = 0.5
  falling.forEach((p, rank) => {
    right += p
    const f1 = (2 * right) / (rank + 1 + positives)
    if (f1 <= best) return
    best = f1
    threshold = p
  })
  return threshold
}
