import { banquePostale } from './banque-postale.ts'
import { bnpParibas } from './bnp-paribas.ts'
import { boursobank } from './boursobank.ts'
import { bpce } from './bpce.ts'
import { creditAgricole } from './credit-agricole.ts'
import { creditMutuel } from './credit-mutuel.ts'
import { type Dialect, isHeaderOf } from './dialect.ts'
import { fortuneo } from './fortuneo.ts'
import { societeGenerale } from './societe-generale.ts'

export const dialects: readonly Dialect[] = [
  societeGenerale,
  banquePostale,
  creditAgricole,
  creditMutuel,
  bpce,
  boursobank,
  bnpParibas,
  fortuneo,
]

/** The dialect of which these plain words are a header. */
export function dialectOf(names: readonly string[]): Dialect | undefined {
  return dialects.find((dialect) => isHeaderOf(dialect, names))
}
