import { createExportJobs } from './export-job'
import { serveJobs } from './serve-jobs'

serveJobs(createExportJobs())
