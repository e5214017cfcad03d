import { createSearchJobs } from './search-job'
import { serveJobs } from './serve-jobs'

serveJobs(createSearchJobs())
