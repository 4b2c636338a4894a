import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Contender, cpuOf } from './contenders.ts'

/** A server that does nothing but the least, in a process of its own. It takes any token. */
export async function startFloor(): Promise<Contender> {
  const program = fileURLToPath(new URL('floor-process.ts', import.meta.url))
  const words = ['--conditions=source', '--import', 'tsx', program]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout, 'data')
  const baseUrl = `http://127.0.0.1:${Number(port)}/`
  return {
    name: 'floor',
    baseUrl,
    pod: baseUrl,
    client: { id: '', secret: '' },
    cpu: () => cpuOf(child.pid),
    token: async () => 'floor',
    end: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}
