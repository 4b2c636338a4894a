// `traboule-connect sync` from source, in a process that a test may kill.
import { main } from '../cli/main.ts'

process.exitCode = await main(['sync', '--config', process.argv[2] ?? ''])
