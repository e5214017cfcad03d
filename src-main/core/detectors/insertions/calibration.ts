/** Calibration: log-odds of the model to the share that was right, straight lines between the points. */
export interface Calibration {
  readonly logits: readonly number[]
  readonly scores: readonly number[]
}

/** @returns 0 to 1; 0.5 at the threshold */
export function calibrated({ logits, scores }: Calibration, logit: number): number {
  const last = logits.length - 1
  if (logit <= (logits[0] as number)) return scores[0] as number
  for (let i = 1; i <= last; i++) {
    const right = logits[i] as number
    if (logit > right) continue
    const left = logits[i - 1] as number
    const share = (logit - left) / (right - left)
    return (scores[i - 1] as number) * (1 - share) + (scores[i] as number) * share
  }
  return scores[last] as number
}
