import { runRecordJob } from './record-job'
import { serveJobs } from './serve-jobs'

serveJobs(runRecordJob)
