import { runDetection } from './detect-job'
import { serveJobs } from './serve-jobs'

serveJobs(runDetection)
