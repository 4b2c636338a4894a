import { DataFactory, type Quad, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { SH } from '../namespaces.ts'
import { shapeQuads } from '../sources.ts'

const shapes = shapeQuads()
const validator = new SHACLValidator(new Store(shapes))
const engine = validator.validationEngine
const faulty = new Set<string>()

// Who is at fault is asked here, not why: writing each fault down is most of what a validation takes.
engine.createResultFromObject = (found, _constraint, focus, value) => {
  if (engine.normalizeValidationResult(found, value)) faulty.add(focus.value)
  return undefined as never
}

/** Of nodes of a shape, those at fault in what they say under one path: nothing else is looked at. */
export async function faultyIn(
  shape: string,
  path: string,
  nodes: readonly string[],
  quads: readonly Quad[],
): Promise<ReadonlySet<string>> {
  const said = new Store(quads.filter(({ predicate }) => predicate.value === path))
  faulty.clear()
  for (const property of propertiesOf(shape, path))
    for (const node of nodes) await validator.validateNode(said, DataFactory.namedNode(node), property)
  return new Set(faulty)
}

function propertiesOf(shape: string, path: string): Quad['object'][] {
  const about = new Set(
    shapes
      .filter(({ predicate, object }) => predicate.value === `${SH}path` && object.value === path)
      .map(({ subject }) => subject.value),
  )
  return shapes
    .filter(({ subject, predicate }) => subject.value === shape && predicate.value === `${SH}property`)
    .map(({ object }) => object)
    .filter(({ value }) => about.has(value))
}
