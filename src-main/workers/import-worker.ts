import { runImport } from './import-job'
import { serveJobs } from './serve-jobs'

serveJobs(runImport)
