import { type Bilingual, pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { type Section, sections } from './command-pages.ts'
import { exits, serving, where } from './settings-page.ts'

const title: Bilingual = { fr: 'traboule-pod <commande>', en: 'traboule-pod <command>' }

/** What starts a server takes every setting; the others only where it is. */
const servers = ['serve', 'demo']

const one = ({ page }: Pick<Known, 'page'>): string => pick(page).replace(/^ {2}/, '  traboule-pod ')

/** All about the command that a command line has; about every command where it has none. */
export function help(argv: readonly string[]): string {
  const found = commandsIn(argv)
  if (found.length === 0)
    return [pick(title), ...sections.map(allOf), ...[where, serving, exits].map((it) => pick(it))].join(
      '\n\n',
    )
  const headings = new Set(found.flatMap(({ section }) => (section.title ? [pick(section.title)] : [])))
  const settings = found.some(({ name }) => servers.includes(name)) ? [where, serving] : [where]
  return [[...headings, ...found.map(one)].join('\n'), ...[...settings, exits].map((it) => pick(it))].join(
    '\n\n',
  )
}

/** How to write the command that a command line has, or those that begin as it does; which there are, where it has none. */
export function howTo(argv: readonly string[]): string {
  const found = commandsIn(argv)
  if (found.length > 0) return found.map(one).join('\n')
  const names = known.map(({ name }) => name).join(', ')
  return `  traboule-pod ${names.replace(/(.{60,80},) /g, '$1\n  ')}`
}

/** Whether there is a command in a command line, or the first word of some. */
export const isKnown = (argv: readonly string[]): boolean => commandsIn(argv).length > 0

interface Known {
  readonly name: string
  readonly section: Section
  readonly page: Bilingual
}

const known: readonly Known[] = sections.flatMap((section) =>
  Object.entries(section.pages).map(([name, page]) => ({ name, section, page })),
)

/** The first command that stands in a command line; all that begin with `citizen` where only that is known. */
function commandsIn(argv: readonly string[]): readonly Known[] {
  const line = ` ${argv.join(' ')} `
  const place = ({ name }: Known): number => line.indexOf(` ${name} `)
  const [first] = known
    .filter((it) => it.name !== 'help' && place(it) >= 0)
    .sort((one, other) => place(one) - place(other))
  if (first) return [first]
  return known.filter(({ name }) => name.includes(' ') && argv.includes(name.split(' ')[0] ?? name))
}

const allOf = ({ title: heading, pages }: Section): string =>
  [...(heading ? [pick(heading)] : []), ...Object.values(pages).map((page) => pick(page))].join('\n')

/** A command line that is misspelt: how to write it is said after what is wrong with it. */
export class Misused extends PodError {
  constructor(sentence: Bilingual, options?: ErrorOptions) {
    super('bad-usage', sentence, options)
  }
}
