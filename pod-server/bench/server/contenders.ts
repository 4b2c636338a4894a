import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AccountApi } from '../../accounts/AccountApi.ts'
import { StockServer } from '../../test/stock-server.ts'
import { TestPod } from '../../test/test-pod.ts'
import { type Client, token } from './dpop.ts'
import { fillOurs, fillStock, prepare } from './prepare.ts'

/** A server under load, with one citizen whose pod has what is asked for. */
export interface Contender {
  readonly name: 'stock' | 'ours' | 'floor'
  readonly baseUrl: string
  readonly pod: string
  readonly client: Client
  /** Seconds of processor time that its process has taken so far. */
  cpu(): Promise<number>
  token(): Promise<string>
  end(): Promise<void>
}

export async function startStock(): Promise<Contender> {
  const server = await StockServer.start()
  const it = await contender(
    'stock',
    server.baseUrl,
    () => server.pid,
    () => server[Symbol.asyncDispose](),
  )
  await fillStock(server.dataFolder)
  return it
}

/** `pods`: others that are there too. */
export async function startOurs(pods = 0): Promise<Contender> {
  const server = await TestPod.start()
  const it = await contender(
    'ours',
    server.baseUrl,
    () => server.pid,
    () => server[Symbol.asyncDispose](),
  )
  await server.end('SIGTERM')
  await fillOurs(join(server.dataFolder, 'pods.db'), pods)
  await server.start()
  return it
}

async function contender(
  name: Contender['name'],
  baseUrl: string,
  pid: () => number | undefined,
  end: () => Promise<void>,
): Promise<Contender> {
  const account = await AccountApi.create(baseUrl, 'bench@traboule.example', 'un mot de passe de mesure')
  const { pod, webId } = await account.createPod('bench')
  const client = await account.createCredentials('bench', webId)
  const made = {
    name,
    baseUrl,
    pod,
    client,
    end,
    cpu: () => cpuOf(pid()),
    token: () => token(baseUrl, client),
  }
  await prepare(made, webId)
  return made
}

/** Linux says it in /proc, in hundredths of a second. */
export async function cpuOf(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
