import { parseArgs } from 'node:util'
import { ConnectorError, type Lang } from '../errors.ts'
import { importCommand } from './import.ts'
import { exitCodeOf, type Io, languageOf, processIo, UsageError } from './io.ts'
import { moveCommand } from './move.ts'
import { sampleCommand } from './sample.ts'
import { sniffCommand } from './sniff.ts'
import { spaceCommand } from './space.ts'
import { failureText } from './summary.ts'
import { syncCommand } from './sync.ts'
import { help, howTo, Misused, unknownCommand } from './usage.ts'

const options = {
  partner: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  connector: { type: 'string' },
  storage: { type: 'string' },
  'dry-run': { type: 'boolean' },
  years: { type: 'string' },
  until: { type: 'string' },
  seed: { type: 'string' },
  year: { type: 'string' },
  into: { type: 'string' },
  at: { type: 'string' },
  config: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Runs one command. @returns the exit code (see `exitCodeOf`). */
export async function main(argv: readonly string[], given?: Io): Promise<number> {
  const env = given?.env ?? process.env
  let io = given ?? processIo(languageOf(env), env)
  try {
    const { values, positionals } = parse(argv)
    const lang = langOf(values.lang) ?? io.lang
    io = { ...io, lang }
    const [command, argument, tooMany] = positionals
    if (values.help === true || command === 'help') {
      io.out(`${help(positionals, lang)}\n`)
      return 0
    }
    if (tooMany !== undefined)
      throw new Misused({ fr: `Un mot de trop : ${tooMany}`, en: `A word too many: ${tooMany}` })
    switch (command) {
      case undefined:
        throw new UsageError({ fr: help([], 'fr'), en: help([], 'en') })
      case 'import':
        return await importCommand(argument, values, io)
      case 'sync':
        return await syncCommand(values.config, io)
      case 'sniff':
        return await sniffCommand(argument, io)
      case 'sample':
        return await sampleCommand(argument, values, io)
      case 'move':
        return await moveCommand(values, io)
      case 'space':
        return await spaceCommand(values, io)
      default:
        throw unknownCommand(command)
    }
  } catch (error) {
    io.note(sentence(error, io, argv))
    return exitCodeOf(error)
  }
}

/** @throws UsageError for a language that we do not speak. */
function langOf(said: string | undefined): Lang | undefined {
  if (said === undefined || said === 'fr' || said === 'en') return said
  throw new Misused({ fr: '--lang est fr ou en.', en: '--lang is fr or en.' })
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    const [option = ''] = /--?[a-z][a-z-]{0,30}/.exec(error instanceof Error ? error.message : '') ?? []
    throw new Misused({
      fr: `Option inconnue ou incomplète : ${option}`,
      en: `Unknown or incomplete option: ${option}`,
    })
  }
}

/** Nothing but our own words: another library's message may quote what it was given. */
function sentence(error: unknown, { lang }: Io, argv: readonly string[]): string {
  if (error instanceof Misused) return `${error.text[lang]}\n\n${howTo(argv, lang)}`
  if (error instanceof UsageError) return error.text[lang]
  if (error instanceof ConnectorError) return failureText(error, lang)
  const name = error instanceof Error ? error.name : typeof error
  return {
    fr: `Erreur imprévue (${name}). Signalez-la-nous.`,
    en: `Unexpected error (${name}). Report it to us.`,
  }[lang]
}
