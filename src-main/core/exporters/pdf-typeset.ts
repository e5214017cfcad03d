import { AppError } from '../../contract/result'
import type { ExportInput, ExportOptions, Written } from './exporter'

export async function typesetArticle(_input: ExportInput, _options: ExportOptions): Promise<Written> {
  throw new AppError('unsupported', 'later')
}
