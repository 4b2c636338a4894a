import type { Connector } from '../connector.ts'
import { assertConforms } from './conforms.ts'
import { draftImport, type ImportPlan, type PlanContext } from './draft.ts'
import type { SourceFile } from './read-rows.ts'

export type { ImportPlan, PlanContext, PlannedDocument } from './draft.ts'

/**
 * Reads a file, maps it, and checks every document against the shapes: all that can be refused is refused here,
 * before anything is sent. In Node alone, where SHACL is.
 *
 * @throws ConnectorError with the code and the line.
 */
export function planImport(
  connector: Connector<unknown>,
  file: SourceFile,
  context: PlanContext,
): Promise<ImportPlan> {
  return draftImport(connector, file, context, assertConforms)
}
