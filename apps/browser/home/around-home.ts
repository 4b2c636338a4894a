/** What home shows beside its first paint. */
import '../usage/space-gauge.ts'
import './first-steps.ts'
import './home-summary.ts'
import './source-line.ts'
