import { writeFileSync } from 'node:fs'
import { VocabError } from '../errors.ts'
import { outputs } from './outputs.ts'

try {
  for (const [name, text] of outputs()) writeFileSync(new URL(`../generated/${name}`, import.meta.url), text)
} catch (error) {
  if (!(error instanceof VocabError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
