import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Parser, type Quad } from 'n3'
import { VocabError } from './errors.ts'
import { TB } from './namespaces.ts'
import { PREFIXES } from './prefixes.ts'

const alignment = turtleIn('alignment')

/** The ontology's files, in reading order: what all share, each domain, the categories of data, links to what came before. */
export const ONTOLOGY = [...new Set(['ontology/core', ...turtleIn('ontology')]), 'categories', ...alignment]

/** The shapes' files: each is one module of generated code. */
export const SHAPES = turtleIn('shapes').map((path) => path.slice('shapes/'.length))

/** The whole ontology as one Turtle document. */
export function readOntology(): string {
  return ONTOLOGY.map((name) => readTurtle(`${name}.ttl`)).join('\n')
}

/** The ontology and the shapes as one Turtle document: what every IRI of ours means. */
export function readVocabulary(): string {
  return [readOntology(), ...SHAPES.map((name) => readTurtle(`shapes/${name}.ttl`))].join('\n')
}

/** The JSON-LD context, as it is served. */
export function readContext(): string {
  return readTurtle('generated/context.jsonld')
}

export function vocabularyQuads(): Quad[] {
  return [...ontologyQuads(), ...shapeQuads()]
}

/** The links of our terms to those of other vocabularies. */
export function alignmentQuads(): Quad[] {
  return alignment.flatMap(quadsOf)
}

export function ontologyQuads(): Quad[] {
  return ONTOLOGY.flatMap(quadsOf)
}

/** The quads of one file of shapes, or of them all. */
export function shapeQuads(names: readonly string[] = SHAPES): Quad[] {
  return names.flatMap((name) => quadsOf(`shapes/${name}`))
}

/** The file that defines each of our terms and each shape, without its folder: `bank`. */
export function definedIn(): ReadonlyMap<string, string> {
  const paths = [...ONTOLOGY, ...SHAPES.map((name) => `shapes/${name}`)]
  return new Map(
    paths.flatMap((path) =>
      [...readTurtle(`${path}.ttl`).matchAll(/^tb:([\w-]+) a /gm)].map(([, name]): [string, string] => [
        `${TB}${name}`,
        path.replace(/^.*\//, ''),
      ]),
    ),
  )
}

/** The files of shapes that say what nodes of these classes hold; a class may be in several, or in none. */
export function shapesOf(classes: ReadonlySet<string>): string[] {
  targets ??= SHAPES.map((name) => ({
    name,
    classes: [...readTurtle(`shapes/${name}.ttl`).matchAll(/sh:targetClass (\w+):([\w-]+)/g)].map(
      ([, prefix, local]) => `${PREFIXES[prefix as keyof typeof PREFIXES]}${local}`,
    ),
  }))
  return targets.filter((it) => it.classes.some((one) => classes.has(one))).map(({ name }) => name)
}

let targets: { readonly name: string; readonly classes: readonly string[] }[] | undefined

/** The text of a file of this folder: `shapes/bank.ttl`. */
export function readTurtle(path: string): string {
  return readFileSync(place(path), 'utf8')
}

/** The Turtle files of a folder of this one, sorted: `shapes/bank`. */
function turtleIn(folder: string): string[] {
  const files = readdirSync(place(folder)).filter((file) => file.endsWith('.ttl'))
  return files.sort().map((file) => `${folder}/${file.slice(0, -'.ttl'.length)}`)
}

function place(path: string): string {
  return join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'vocab', path)
}

/** The Turtle stays beside its sources when the code runs from `dist/`. */
function packageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder))
}

/** @throws VocabError `bad-turtle`, with the file, and the line where it is known. */
function quadsOf(name: string): Quad[] {
  return turtleQuads(readTurtle(`${name}.ttl`), `vocab/${name}.ttl`)
}

/** @param path of the text, for whoever has to mend it. @throws VocabError `bad-turtle` */
export function turtleQuads(turtle: string, path: string): Quad[] {
  try {
    return new Parser({ baseIRI: 'https://w3id.org/traboule/ns' }).parse(turtle)
  } catch (error) {
    throw new VocabError('bad-turtle', `${path}: ${error instanceof Error ? error.message : 'not Turtle'}`)
  }
}
