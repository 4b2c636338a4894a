import { VocabError } from '../errors.ts'
import { XSD } from '../namespaces.ts'
import type { PropertyModel } from '../shape-model.ts'
import { iriSource, quoted } from './literals.ts'

/** The field of a property, as a call of the functions in `shape.ts` and `kinds.ts`. */
export function emitField(property: PropertyModel): string {
  const { path, min, max } = property
  const kind = emitKind(property)
  if (max > 1) {
    if (max !== Infinity) throw new VocabError('bad-shape', `${path}: sh:maxCount is 1 or absent`)
    return `many(${iriSource(path)}, ${kind}${min > 0 ? `, ${min}` : ''})`
  }
  return `${min > 0 ? 'one' : 'optional'}(${iriSource(path)}, ${kind})`
}

function emitKind(property: PropertyModel): string {
  const { path, iri, allowed, datatype, codeType } = property
  if (allowed.length > 0) {
    const values = allowed.map(({ value }) => quoted(value)).join(', ')
    const iris = allowed.every(({ termType }) => termType === 'NamedNode')
    if (!iris && allowed.some((it) => it.datatype?.value !== `${XSD}string`)) {
      throw new VocabError('bad-shape', `${path}: sh:in holds IRIs only, or plain strings only`)
    }
    return `${iris ? 'iriChoice' : 'choice'}([${values}])`
  }
  if (iri) return 'iri'
  if (!datatype) throw new VocabError('bad-shape', `${path}: sh:datatype, sh:in or sh:nodeKind is missing`)
  const facets = emitFacets(property)
  if (codeType === 'cents') return `amount(${facets})`
  if (datatype === `${XSD}decimal`) return `number(${facets})`
  if (datatype === `${XSD}string`) return `text(${facets})`
  return `typed(${[iriSource(datatype), facets].filter(Boolean).join(', ')})`
}

function emitFacets({ pattern, minLength, maxLength }: PropertyModel): string {
  const facets = [
    pattern !== undefined && `pattern: /${new RegExp(pattern).source}/`,
    minLength !== undefined && `minLength: ${minLength}`,
    maxLength !== undefined && `maxLength: ${maxLength}`,
  ].filter(Boolean)
  return facets.length > 0 ? `{ ${facets.join(', ')} }` : ''
}
