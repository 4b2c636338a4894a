import { writeFileSync } from 'node:fs'
import { outputs } from './outputs.ts'

for (const [name, text] of outputs()) writeFileSync(new URL(`../generated/${name}`, import.meta.url), text)
