import { Graph } from '../graph.ts'
import { readShapes } from '../shape-model.ts'
import { ontologyQuads, SHAPES, shapeQuads } from '../sources.ts'
import { emitCategories, emitCategoryTerms } from './emit-categories.ts'
import { emitContext } from './emit-context.ts'
import { emitLabels } from './emit-labels.ts'
import { emitModule } from './emit-module.ts'
import { emitTerms, emitTermsByPrefix } from './emit-terms.ts'

/** Every generated file's name and text, from the ontology and the shapes as they are on disk. */
export function outputs(): Map<string, string> {
  const ontology = new Graph(ontologyQuads())
  const shapes = readShapes(shapeQuads())
  const files = new Map([
    ['tb.ts', emitTerms(ontology, shapes)],
    ['terms.ts', emitTermsByPrefix('tb.ts')],
    ['categories.ts', emitCategories(ontology)],
    ['category-terms.ts', emitCategoryTerms(ontology, shapes)],
    ['labels.ts', emitLabels(ontology, shapes)],
    ['context.jsonld', emitContext(shapes)],
  ])
  for (const name of SHAPES) files.set(`${name}.ts`, emitModule(name, readShapes(shapeQuads([name]))))
  return files
}
