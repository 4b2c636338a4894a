import { stderr, stdout } from 'node:process'
import { type Bilingual, ConnectorError, type Lang } from '../errors.ts'

/** What a command prints on, and in which language. */
export interface Io {
  readonly lang: Lang
  readonly env: NodeJS.ProcessEnv
  /** Results: the summary, the Turtle, a sample. */
  readonly out: (content: string | Uint8Array) => void
  /** What is going on, and what went wrong. */
  readonly note: (line: string) => void
  /** The stream a progress bar may be redrawn on, when someone is looking. */
  readonly terminal: { write(text: string): void } | undefined
}

export function processIo(lang: Lang, env: NodeJS.ProcessEnv): Io {
  return {
    lang,
    env,
    out: (content) => stdout.write(content),
    note: (line) => stderr.write(`${line}\n`),
    terminal: stderr.isTTY ? stderr : undefined,
  }
}

/** English where the environment says so, else French. */
export function languageOf(env: NodeJS.ProcessEnv): Lang {
  const wanted = env['TRABOULE_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return wanted.toLowerCase().startsWith('en') ? 'en' : 'fr'
}

/** A mistake on the command line: exit code 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly text: Bilingual

  constructor(text: Bilingual) {
    super(text.en)
    this.text = text
  }
}

/**
 * 0 all is in the pod (or would be); 1 usage; 2 file refused, nothing sent; 3 the citizen has not opened this
 * door; 4 transport failure, perhaps half-way: run it again; 5 log-in refused, or no pod found; 6 a fault of ours.
 */
export function exitCodeOf(error: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  if (error instanceof UsageError) return 1
  if (!(error instanceof ConnectorError)) return 6
  switch (error.code) {
    case 'not-allowed':
      return 3
    case 'server-busy':
    case 'server-refused':
    case 'interrupted':
      return 4
    case 'login-refused':
    case 'move-not-allowed':
    case 'profile-unreadable':
    case 'not-a-webid':
    case 'no-storage':
    case 'insecure-address':
    case 'server-not-trusted':
      return 5
    default:
      return 2
  }
}
