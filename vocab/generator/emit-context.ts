import { isDeepStrictEqual } from 'node:util'
import { XSD } from '../namespaces.ts'
import { compact, PREFIXES } from '../prefixes.ts'
import type { PropertyModel, ShapeModel } from '../shape-model.ts'

/**
 * The JSON-LD context: each property under its local name, with its datatype; a foreign one under its prefix. Where two
 * classes write one property in two datatypes, the later class has a context of its own (JSON-LD 1.1 §4.1.3).
 */
export function emitContext(shapes: readonly ShapeModel[]): string {
  const context: Record<string, unknown> = { '@version': 1.1, id: '@id', type: '@type', ...PREFIXES }
  for (const { types, properties } of shapes) {
    for (const type of types) context[shortName(type)] ??= type
    const own: Record<string, unknown> = {}
    for (const property of properties) {
      const name = shortName(property.path)
      const said = definition(property)
      context[name] ??= said
      if (!isDeepStrictEqual(context[name], said)) own[name] = said
    }
    const [type] = types
    if (type !== undefined && Object.keys(own).length > 0)
      context[shortName(type)] = { '@id': type, '@context': own }
  }
  return `${JSON.stringify({ '@context': context }, null, 2)}\n`
}

function definition({ path, datatype, allowed, iri }: PropertyModel): object {
  if (iri || allowed[0]?.termType === 'NamedNode') return { '@id': path, '@type': '@id' }
  return datatype && datatype !== `${XSD}string` ? { '@id': path, '@type': datatype } : { '@id': path }
}

function shortName(iri: string): string {
  return compact(iri).replace(/^tb:/, '')
}
