/** Of suggestions of about one score: how many, their mean score, and the share that was right. */
export interface ReliabilityBin {
  readonly from: number
  readonly count: number
  readonly score: number
  readonly right: number
}

/** What cross-validation found when the weights were made: on articles of publishers that the model had not seen. */
export interface StoredReliability {
  readonly calibrationError: number
  readonly reliability: readonly ReliabilityBin[]
}

/** Prints how often suggestions of each score were right, as it is written down with the weights. */
export function printStoredReliability(label: string, { calibrationError, reliability }: StoredReliability): void {
  const judged = reliability.reduce((sum, { count }) => sum + count, 0)
  console.log(`   reliability of ${label} in cross-validation, as kept with the weights`)
  console.log('   score        said   mean score   right')
  for (const { from, count, score, right } of reliability) {
    const cells = [String(count).padStart(7), score.toFixed(3).padStart(12), right.toFixed(3).padStart(8)]
    console.log(`   ${from.toFixed(1)}–${(from + 0.1).toFixed(1)}  ${cells.join('')}`)
  }
  console.log(`   calibration error over ten bins: ${calibrationError.toFixed(4)} (${judged} judged)`)
}
