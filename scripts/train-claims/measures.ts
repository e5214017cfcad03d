export interface Measures {
  readonly averagePrecision: number
  readonly f1: number
  readonly precision: number
  readonly recall: number
  readonly calibrationError: number
}

/** Average precision, F1 at 0.5 and expected calibration error over ten bins. */
export function measure(scores: readonly number[], labels: readonly number[]): Measures {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number))
  const positives = labels.filter(Boolean).length
  let hits = 0
  let area = 0
  order.forEach((index, rank) => {
    if (labels[index]) area += ++hits / (rank + 1)
  })
  const chosen = order.filter((index) => (scores[index] as number) >= 0.5)
  const right = chosen.filter((index) => labels[index]).length
  const bins = Array.from({ length: 10 }, () => ({ score: 0, label: 0 }))
  scores.forEach((score, index) => {
    const bin = bins[Math.min(9, Math.floor(score * 10))] as { score: number; label: number }
    bin.score += score
    bin.label += labels[index] as number
  })
  return {
    averagePrecision: area / (positives || 1),
    f1: (2 * right) / (chosen.length + positives || 1),
    precision: right / (chosen.length || 1),
    recall: right / (positives || 1),
    calibrationError: bins.reduce((sum, bin) => sum + Math.abs(bin.score - bin.label), 0) / (scores.length || 1),
  }
}
