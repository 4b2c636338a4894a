import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { StockServer } from './stock-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Who asks there is told where the stock server is, which the first of them starts. */
    stockServer: string
  }
}

/** To start it takes many seconds of a processor, which a run spends once, where a test file asks for it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let stock: Promise<StockServer> | undefined
  const door = createServer((_, response) => {
    stock ??= StockServer.start()
    stock.then(
      ({ baseUrl }) => response.end(JSON.stringify({ baseUrl })),
      (error) => {
        stock = undefined
        response.writeHead(500).end(String(error))
      },
    )
  })
  await once(door.listen(0, '127.0.0.1'), 'listening')
  provide('stockServer', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`)
  return async () => {
    door.closeAllConnections()
    door.close()
    await (await stock?.catch(() => undefined))?.[Symbol.asyncDispose]()
  }
}
