import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type threads from 'node:worker_threads'
import { packageRoot } from '../package-root.ts'
import type { Finished, TestPod } from './test-pod.ts'

type Main = (argv: readonly string[]) => Promise<number>
/** What `traboule-connect` prints on (connectors/cli/io.ts). */
interface Io {
  readonly lang: 'fr' | 'en'
  readonly env: NodeJS.ProcessEnv
  readonly out: (content: string | Uint8Array) => void
  readonly note: (line: string) => void
  readonly terminal: undefined
}

let main: Promise<Main> | undefined
let connect: Promise<(argv: readonly string[], io: Io) => Promise<number>> | undefined
let last: Promise<unknown> = Promise.resolve()

/** The module itself, which the program asks, and no copy of its names. */
const workers = createRequire(import.meta.url)('node:worker_threads') as { Worker: typeof threads.Worker }
const { Worker } = workers

/** Of what was built: a thread of a test's own process would look for sources. */
class BuiltThread extends Worker {
  constructor(file: string | URL, options?: threads.WorkerOptions) {
    super(file, { execArgv: [], ...options })
  }
}

/** A program that was built, as bin/run.js loads it. */
async function loaded<Main>(program: 'pod' | 'connect'): Promise<Main> {
  const { load } = (await import(pathToFileURL(join(packageRoot, 'bin/load.js')).href)) as {
    load: (file: string) => { main: Main }
  }
  return load(join(packageRoot, `dist/programs/${program}.cjs`)).main
}

/**
 * Runs a command of `traboule-pod` in this process, one at a time: what it answers, prints and leaves is what the program's
 * own process would, which takes a third of a second of a processor. Not for commands that serve, nor where the process
 * itself is tried. `environment`: of the command, beside the test's own.
 */
export function inProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Finished> {
  const done = last.then(() => run(words, environment))
  last = done.catch(() => undefined)
  return done
}

async function run(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Finished> {
  main ??= loaded('pod')
  const command = await main
  const { stdout, stderr, env } = process
  const before = { out: stdout.write, err: stderr.write, mask: process.umask() }
  const said = { stdout: '', stderr: '' }
  const keep = (name: keyof typeof said) => (text: string | Uint8Array) => {
    said[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
    return true
  }
  workers.Worker = BuiltThread
  process.env = { ...env, ...environment }
  stdout.write = keep('stdout')
  stderr.write = keep('stderr')
  try {
    return { code: await command(words), ...said }
  } finally {
    workers.Worker = Worker
    process.env = env
    stdout.write = before.out
    stderr.write = before.err
    process.umask(before.mask)
  }
}

/** The same of `traboule-connect`, with the partners' credentials of a data folder; several at a time. */
export async function connectInProcess(
  { dataFolder }: Pick<TestPod, 'dataFolder'>,
  ...words: readonly string[]
): Promise<Finished> {
  connect ??= loaded('connect')
  const command = await connect
  let [stdout, stderr] = ['', '']
  const code = await command(words, {
    lang: 'en',
    env: { ...process.env, TRABOULE_PARTNERS: join(dataFolder, 'partners') },
    out: (content) => {
      stdout += typeof content === 'string' ? content : Buffer.from(content).toString('utf8')
    },
    note: (line) => {
      stderr += `${line}\n`
    },
    terminal: undefined,
  })
  return { code, stdout, stderr }
}
