import { readFile } from 'node:fs/promises'
import { bankSample } from '../bank/sample.ts'
import { packageRoot } from '../package-root.ts'

/** A customer of the invented bank. */
export interface Customer {
  readonly id: string
  readonly name: string
  /** Their statements, as the bank's own system would write them. */
  readonly statements: () => Promise<Uint8Array>
}

export const customers: readonly Customer[] = [
  {
    id: 'c-1042',
    name: 'Alice Morel',
    statements: async () => bankSample({ years: 1, until: '2026-10-31', seed: 11 }),
  },
  {
    id: 'c-2077',
    name: 'Bob Lacroix',
    statements: () => readFile(new URL('connectors/bank/fixtures/ofxdata-bpbfc.ofx', packageRoot())),
  },
]
