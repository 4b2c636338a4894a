import { Store, type Writer } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { shapeQuads } from './sources.ts'

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

/** Checks quads against every shape; a node of a type without a shape is not looked at. */
export async function validate(quads: Iterable<AnyQuad>): Promise<Report> {
  validator ??= new SHACLValidator(new Store(shapeQuads()))
  const { conforms, results } = await validator.validate(new Store([...quads]))
  const problems = results.map(({ focusNode, path, message }) => ({
    focus: focusNode?.value ?? '',
    path: path && 'value' in path ? String(path.value) : '',
    message: message.map(({ value }) => value).join(' '),
  }))
  return { conforms, problems }
}

let validator: SHACLValidator | undefined
