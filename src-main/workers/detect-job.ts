import type { Detection } from '../contract/entities'
import { detect } from '../core/detectors/registry'
import { textModel } from '../core/text/model'
import type { DetectionJob } from '../services/ports'

export function runDetection(
  job: DetectionJob,
  progress?: (done: number, total: number, label: string) => void,
): Detection {
  const { text, language, blocks, inlines, markup, seenElsewhere } = job
  return detect(
    {
      model: textModel(text, { language, blocks, inlines }),
      markup,
      seenElsewhere: (line) => seenElsewhere.get(line) ?? 0,
    },
    progress,
  )
}
