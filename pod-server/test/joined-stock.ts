import { inject } from 'vitest'
import type { StockServer } from './stock-server.ts'

export type Stock = Pick<StockServer, 'baseUrl'>

/** The stock server of all test files (see shared-stock.ts): what each makes on it has a name of its own. */
export async function joinStock(): Promise<Stock> {
  const answer = await fetch(inject('stockServer'))
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Stock
}
