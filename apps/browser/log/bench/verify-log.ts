// What the pod browser does with a log, in a page of its own: reads its documents, once they have come, and verifies.
import { TurtleParser } from '../../../shared/pod/parser.ts'
import { WholeLog } from '../whole-log.ts'

const parser = new TurtleParser()
const come = new Map<string, Uint8Array>()

/** Asks for the documents of a log, which are at `/log/` here. */
async function fetchLog(pod: string, days: readonly string[]): Promise<void> {
  for (const day of ['', ...days]) {
    const response = await fetch(`/log/${day}`)
    come.set(`${pod}log/${day}`, new Uint8Array(await response.arrayBuffer()))
  }
}

/** `pod`: whose log it is. Seconds. */
async function verifyLog(pod: string) {
  const start = performance.now()
  const source = {
    turtle: async (url: string) => new TextDecoder('utf-8', { fatal: true }).decode(come.get(url)),
    parse: (url: string, turtle: string) => parser.statements(url, new TextEncoder().encode(turtle)),
  }
  const log = await WholeLog.begin(source, pod)
  const { count, faults } = await log.verify(undefined, () => {})
  return { count, faults: faults.length, seconds: (performance.now() - start) / 1000 }
}

Object.assign(globalThis, { fetchLog, verifyLog })
