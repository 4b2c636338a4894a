import type { Bilingual, Lang } from '../errors.ts'
import { ofAll, pages } from './command-pages.ts'
import { UsageError } from './io.ts'

const all: Readonly<Record<string, Bilingual>> = pages

const title: Bilingual = {
  fr: 'traboule-connect : remettre à un citoyen ses données, dans son espace personnel',
  en: 'traboule-connect: give citizens their data, in their own pod',
}

const everyCommand = (lang: Lang): string =>
  Object.values(all)
    .map((page) => page[lang])
    .join('\n')

/** The command that a command line has, wherever in it. */
const commandIn = (argv: readonly string[]): Bilingual | undefined => {
  const name = argv.find((word) => Object.hasOwn(all, word))
  return name === undefined ? undefined : all[name]
}

/** All about the command that a command line has; about every command where it has none. */
export function help(argv: readonly string[], lang: Lang): string {
  const page = commandIn(argv)
  return page
    ? `${page[lang]}\n\n${ofAll[lang]}`
    : `${title[lang]}\n\n${everyCommand(lang)}\n\n${ofAll[lang]}`
}

/** How to write the command that a command line has; which commands there are, where it has none. */
export function howTo(argv: readonly string[], lang: Lang): string {
  const names = [...Object.keys(all), 'help'].join('|')
  return commandIn(argv)?.[lang] ?? `  traboule-connect ${names}`
}

/** A command line that is misspelt: how to write it is said after what is wrong with it. */
export class Misused extends UsageError {}

export const noFile: Bilingual = { fr: 'Il manque le fichier.', en: 'The file is missing.' }

export function unknownCommand(words: string): Misused {
  return new Misused({ fr: `Commande inconnue : ${words}`, en: `Unknown command: ${words}` })
}
