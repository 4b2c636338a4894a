import { ConnectorError } from '../errors.ts'
import { recognise } from '../registry.ts'
import type { Io } from './io.ts'
import { beginning, storedFile } from './stored-file.ts'
import { Misused, noFile } from './usage.ts'

/** Says which connector reads a file, without reading it whole. */
export async function sniffCommand(file: string | undefined, { lang, out }: Io): Promise<number> {
  if (file === undefined) throw new Misused(noFile)
  const found = recognise(await beginning(await storedFile(file)))
  if (found === undefined) throw new ConnectorError('unknown-layout')
  const { connector, layout } = found
  const label = connector.accepts.find(({ id }) => id === layout)?.label[lang] ?? layout
  out(`${connector.id}  ${layout}  ${label}\n`)
  return 0
}
