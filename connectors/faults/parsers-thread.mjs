// A thread from its sources: a worker does not inherit what reads TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./parsers-thread.ts')
