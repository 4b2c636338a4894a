import type { PropertyModel, ShapeModel } from '../shape-model.ts'
import { emitField } from './emit-field.ts'
import { HEADER, importPrefixes, iriSource, quoted } from './literals.ts'

/** The module of one file of shapes: per shape an interface, a reader, a writer and a guard. */
export function emitModule(name: string, shapes: readonly ShapeModel[]): string {
  const body = shapes.map(emitShape).join('\n')
  const used = (names: readonly string[]): string =>
    names.filter((it) => new RegExp(`\\b${it}[(<]|, ${it}[),]`).test(body)).join(', ')
  return `${HEADER}// Shapes: vocab/shapes/${name}.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { ${used(['amount', 'choice', 'iri', 'iriChoice', 'number', 'text', 'typed'])} } from '../kinds.ts'
${importPrefixes(body)}
import { ${used(['many', 'one', 'optional', 'shape'])} } from '../shape.ts'

${body}`
}

function emitShape({ iri, name, label, types, properties }: ShapeModel): string {
  const members = properties.map((it) => `  /** ${comment(it)} */\n  ${emitMember(it)}`)
  const fields = properties.map((it) => `  ${it.name}: ${emitField(it)},`)
  const local = `${name.charAt(0).toLowerCase()}${name.slice(1)}Shape`
  return `/** ${label.en} / ${label.fr}: ${iri} */
export interface ${name} {
${members.join('\n')}
}

const ${local} = shape<${name}>([${types.map(iriSource).join(', ')}], {
${fields.join('\n')}
})

/** Undefined when the node does not conform to the shape. */
export function read${name}(node: Node): ${name} | undefined {
  return ${local}.read(node)
}

/** Throws VocabError \`bad-field\` for a value that does not conform. */
export function write${name}(value: ${name}, subject: string): Quad[] {
  return ${local}.write(value, subject)
}

export function is${name}(value: unknown): value is ${name} {
  return ${local}.is(value)
}
`
}

function emitMember({ name, min, max, ...property }: PropertyModel): string {
  const type = codeType(property)
  if (max > 1) return `readonly ${name}: readonly ${type.includes('|') ? `(${type})` : type}[]`
  return `readonly ${name}${min === 0 ? '?' : ''}: ${type}`
}

function codeType({ allowed, datatype }: Pick<PropertyModel, 'allowed' | 'datatype'>): string {
  if (allowed.length > 0) return allowed.map(({ value }) => quoted(value)).join(' | ')
  return datatype?.endsWith('#decimal') ? 'number' : 'string'
}

function comment({ label, path, codeType, datatype, maxLength }: PropertyModel): string {
  const sort = [
    codeType === 'cents' && 'integer cents',
    datatype?.endsWith('#date') && 'YYYY-MM-DD',
    datatype?.endsWith('#dateTime') && 'ISO 8601 in UTC, ending in Z',
    maxLength !== undefined && `at most ${maxLength} characters`,
  ].filter(Boolean)
  return `${label.en} / ${label.fr}${sort.length > 0 ? ` (${sort.join(', ')})` : ''}: ${path}`
}
