import { parseArgs } from 'node:util'
import { pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { readSettings } from '../settings.ts'
import type { Command } from './command.ts'
import { help, howTo, isKnown, Misused } from './usage.ts'

type Run = (command: Command) => Promise<void>

interface Entry {
  /** Words that it takes after its name. */
  readonly words: number
  readonly load: () => Promise<Run>
}

/** Loaded when called: only the commands that serve pay for the server's modules. */
const commands: Readonly<Record<string, Entry>> = {
  demo: { words: 0, load: async () => (await import('./demo.ts')).demo },
  serve: { words: 0, load: async () => (await import('./serve.ts')).serve },
  'citizen add': { words: 1, load: async () => (await import('./citizen-add.ts')).addCitizenCommand },
  'citizen invite': { words: 0, load: async () => (await import('./citizen-invite.ts')).inviteCommand },
  'citizen reset': { words: 1, load: async () => (await import('./citizen-reset.ts')).resetCommand },
  'citizen quota': { words: 2, load: async () => (await import('./citizen-quota.ts')).setQuotaCommand },
  'partner add': { words: 1, load: async () => (await import('./partner-add.ts')).addPartnerCommand },
  'partner renew': {
    words: 1,
    load: async () => (await import('./partner-renew.ts')).renewPartnerCommand,
  },
  'partner return': {
    words: 2,
    load: async () => (await import('./partner-return.ts')).setReturnCommand,
  },
  'keys renew': { words: 1, load: async () => (await import('./keys-renew.ts')).renewKeys },
  'app add': { words: 1, load: async () => (await import('./app-add.ts')).addAppCommand },
  backup: { words: 1, load: async () => (await import('./backup.ts')).backup },
  restore: { words: 1, load: async () => (await import('./restore.ts')).restore },
  export: { words: 2, load: async () => (await import('./export.ts')).exportCommand },
  import: { words: 2, load: async () => (await import('./import.ts')).importCommand },
  'receipt verify': { words: 1, load: async () => (await import('./receipt-verify.ts')).receiptVerify },
  'journal verify': {
    words: 1,
    load: async () => (await import('./journal-verify.ts')).verifyJournals,
  },
  'journal erase': { words: 2, load: async () => (await import('./journal-erase.ts')).eraseLines },
  status: { words: 0, load: async () => (await import('./status.ts')).status },
}

const flagNames = [
  'port',
  'host',
  'base-url',
  'app-origin',
  'data',
  'tls-key',
  'tls-cert',
  'log',
  'limits',
  'rate',
  'sign-up',
  'email',
  'password',
  'name',
  'connector',
  'keys',
  'return',
  'against',
]
const switchNames = ['replace']

/** Runs one command. @returns the exit code: 0, 1 for usage and settings, 2 for a failure. */
export async function main(argv: readonly string[]): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  // Pods, password hashes, the issuer's key, a partner's secret: nobody else on the machine reads them.
  process.umask(0o077)
  try {
    const { values, positionals } = parse(argv)
    const isAsked = positionals[0] === 'help'
    if (isAsked && positionals.length > 1 && !isKnown(positionals.slice(1)))
      throw unknown(positionals.slice(1))
    if (values['help'] || isAsked) {
      print(help(positionals))
      return 0
    }
    const name = [positionals.slice(0, 2).join(' '), positionals[0] ?? ''].find((it) =>
      Object.hasOwn(commands, it),
    )
    const command = name && commands[name]
    if (!command) throw unknown(positionals)
    const flags = Object.fromEntries(flagNames.map((it) => [it, values[it] as string | undefined]))
    const switches = new Set(switchNames.filter((it) => values[it]))
    const settings = readSettings({ flags, env: process.env })
    const run = await command.load()
    const words = positionals.slice(name.split(' ').length)
    const tooMany = words[command.words]
    if (tooMany !== undefined)
      throw new Misused({ fr: `Un mot de trop : ${tooMany}`, en: `A word too many: ${tooMany}` })
    await run({ settings, words, flags, switches, print })
    return 0
  } catch (error) {
    return fail(error, argv)
  }
}

function parse(argv: readonly string[]): {
  values: Readonly<Record<string, string | boolean | undefined>>
  positionals: string[]
} {
  const options = Object.fromEntries([
    ...flagNames.map((name) => [name, { type: 'string' }] as const),
    ...switchNames.map((name) => [name, { type: 'boolean' }] as const),
  ])
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (cause) {
    const [option = ''] = /--?[a-z][a-z-]{0,30}/.exec(cause instanceof Error ? cause.message : '') ?? []
    throw new Misused(
      {
        fr: `Option inconnue ou incomplète : ${option}`,
        en: `Unknown or incomplete option: ${option}`,
      },
      { cause },
    )
  }
}

function unknown([first, second]: readonly string[]): PodError {
  if (first === undefined) return new PodError('bad-usage', { fr: help([]), en: help([]) })
  // `citizen`, `partner`, `receipt` and `journal` are half a name: what comes after them is the other half.
  const isHalf = Object.keys(commands).some((name) => name.startsWith(`${first} `))
  const words = isHalf && second !== undefined ? `${first} ${second}` : first
  return new Misused({ fr: `Commande inconnue : ${words}`, en: `Unknown command: ${words}` })
}

function fail(error: unknown, argv: readonly string[]): number {
  if (isMissingModule(error)) throw error
  if (!(error instanceof PodError)) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 2
  }
  const usage = error instanceof Misused ? `\n${howTo(argv)}\n` : ''
  process.stderr.write(`${pick(error.sentence)}\n${usage}`)
  return error.code === 'bad-usage' || error.code === 'bad-settings' ? 1 : 2
}

/** Said by whoever started us (bin/run.js): its own way here may be missing too. */
const isMissingModule = (error: unknown): boolean =>
  ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes((error as { code?: string } | undefined)?.code ?? '')
