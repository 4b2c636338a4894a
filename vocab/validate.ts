import { Store, type Writer } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { RDF } from './namespaces.ts'
import { shapeQuads, shapesOf } from './sources.ts'

/** A quad of any RDF/JS library. */
type AnyQuad = Parameters<Writer['addQuads']>[0][number]

/** One thing that does not conform. The message never holds a value of the data. */
export interface Problem {
  /** The node's IRI. */
  readonly focus: string
  /** The predicate's IRI, or '' when the whole node is at fault. */
  readonly path: string
  readonly message: string
}

export interface Report {
  readonly conforms: boolean
  readonly problems: readonly Problem[]
}

/**
 * Checks quads against every shape of a class that stands in them; a node of a type without a shape is not looked at. The
 * others need not be read: to make all of them ready takes longer than to check a document.
 */
export async function validate(quads: Iterable<AnyQuad>): Promise<Report> {
  const all = [...quads]
  const types = all.filter(({ predicate }) => predicate.value === `${RDF}type`)
  const shapes = shapesOf(new Set(types.map(({ object }) => object.value)))
  const { conforms, results } = await validatorOf(shapes).validate(new Store(all))
  const problems = results.map(({ focusNode, path, message }) => ({
    focus: focusNode?.value ?? '',
    path: path && 'value' in path ? String(path.value) : '',
    message: message.map(({ value }) => value).join(' '),
  }))
  return { conforms, problems }
}

const validators = new Map<string, SHACLValidator>()

function validatorOf(shapes: readonly string[]): SHACLValidator {
  const name = shapes.join(' ')
  const known = validators.get(name)
  if (known) return known
  const validator = new SHACLValidator(new Store(shapeQuads(shapes)))
  validators.set(name, validator)
  return validator
}
