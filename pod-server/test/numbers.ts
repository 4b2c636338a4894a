import { readOperatorToken } from '../server/operator-token.ts'
import type { ServerNumbers } from '../server/ServerStatus.ts'
import type { TestPod } from './test-pod.ts'

/** What a server says of itself to its operator. */
export async function numbersOf({ baseUrl, dataFolder }: TestPod): Promise<ServerNumbers> {
  const headers = { authorization: `Bearer ${await readOperatorToken(dataFolder)}` }
  return (await (await fetch(`${baseUrl}.status`, { headers })).json()) as ServerNumbers
}
