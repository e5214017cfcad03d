import { scanRecords } from './scan-job'
import { serveJobs } from './serve-jobs'

serveJobs(scanRecords)
