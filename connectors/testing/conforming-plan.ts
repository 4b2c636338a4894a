import { validate } from '#vocab/validate'
import type { Connector } from '../connector.ts'
import { draftImport, type ImportPlan, type PlanContext } from '../runner/draft.ts'

const mostProblems = 10

/**
 * What a connector makes of a file, as `planImport` has it, for whoever writes the connector.
 *
 * @throws Error that names each node at fault, where it stands in the file, the property, and what SHACL says of it.
 */
export function conformingPlan(
  connector: Connector<unknown>,
  bytes: Uint8Array,
  context: PlanContext,
): Promise<ImportPlan> {
  return draftImport(connector, bytes, context, async ({ nodes }, quads) => {
    const { problems } = await validate(quads)
    if (problems.length === 0) return
    const lines = problems.slice(0, mostProblems).map(({ focus, path, message }) => {
      const line = nodes.find(({ iri }) => iri === focus)?.line
      return `<${focus}>${line === undefined ? '' : ` (line ${line} of the file)`} <${path}>: ${message}`
    })
    const more = problems.length > lines.length ? [`… ${problems.length - lines.length} more`] : []
    throw new Error(['what it writes does not conform to the shapes:', ...lines, ...more].join('\n'))
  })
}
