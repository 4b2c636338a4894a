import { parseDocument } from './parse-document.ts'
import { parseListing } from './parse-listing.ts'
import { parseRuns } from './parse-runs.ts'
import { parseTold } from './parse-told.ts'
import type { ParseAnswer, ParseTask } from './parser.ts'
import { statementsIn } from './statements-in.ts'

const work = {
  document: parseDocument,
  listing: parseListing,
  runs: parseRuns,
  statements: statementsIn,
  told: parseTold,
}

// In a worker, so that ten years of operations never hold up the page.
self.onmessage = ({ data }: MessageEvent<ParseTask>) => {
  self.postMessage(answer(data))
}

function answer({ id, what, url, bytes }: ParseTask): ParseAnswer {
  try {
    return { id, result: work[what](new TextDecoder('utf-8', { fatal: true }).decode(bytes), url) }
  } catch {
    return { id, failed: true }
  }
}
