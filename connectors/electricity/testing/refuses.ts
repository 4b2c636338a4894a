import { expect, it } from 'vitest'
import { ConnectorError, type ConnectorErrorCode } from '../../errors.ts'
import { electricity } from '../connector.ts'
import { parseElectricity } from '../parse.ts'

type Refusal = readonly [name: string, bytes: Uint8Array, code: ConnectorErrorCode, line?: number]

/** A test for each: what is refused, by what code, and on which line. */
export function refuses(refusals: readonly Refusal[]): void {
  it.each(refusals.map(([name, bytes, code, line]) => ({ name, bytes, code, line })))(
    '$name is refused',
    ({ bytes, code, line }) => {
      const error = (() => {
        try {
          electricity.map(parseElectricity(bytes), { container: 'https://pod.example/' })
          return undefined
        } catch (reason) {
          return reason
        }
      })()
      expect(error).toBeInstanceOf(ConnectorError)
      expect((error as ConnectorError).code).toBe(code)
      if (line !== undefined) expect((error as ConnectorError).line).toBe(line)
    },
  )
}
