import type { Calibration } from '../../src-main/core/detectors/insertions/calibration'

/** Margins at which the curve is written down; between them it is read as straight. */
const MARGINS = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6]
const STEPS = 30
/** Pulls the slope to 0 a little, so that few pairs do not make it steep. */
const RIDGE = 1
const MOST = 0.99

/**
 * Platt's calibration (1999): a logistic curve of hits on margins, by Newton's method. What was proposed counts as
 * accepted, so no score falls under `floor`.
 */
export function plattCalibration(pairs: readonly { margin: number; hit: boolean }[], floor: number): Calibration {
  let base = 0
  let slope = 0
  for (let step = 0; step < STEPS; step++) {
    let gBase = 0
    let gSlope = RIDGE * slope
    let hBase = 1e-6
    let hCross = 0
    let hSlope = RIDGE
    for (const { margin, hit } of pairs) {
      const share = 1 / (1 + Math.exp(-base - slope * margin))
      const error = share - (hit ? 1 : 0)
      const weight = share * (1 - share)
      gBase += error
      gSlope += error * margin
      hBase += weight
      hCross += weight * margin
      hSlope += weight * margin * margin
    }
    const determinant = hBase * hSlope - hCross * hCross
    base -= (hSlope * gBase - hCross * gSlope) / determinant
    slope -= (hBase * gSlope - hCross * gBase) / determinant
  }
  return {
    logits: MARGINS,
    scores: MARGINS.map((margin) =>
      Number(Math.min(MOST, Math.max(floor, 1 / (1 + Math.exp(-base - slope * margin)))).toFixed(4)),
    ),
  }
}
