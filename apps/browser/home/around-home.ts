/** What home shows beside its first paint. */
import '../usage/space-gauge.ts'
import './home-summary.ts'
import './source-line.ts'
