import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './test-pod.ts'

/** Community Solid Server as it comes, on files, in a process of its own. */
export class StockServer {
  readonly baseUrl: string
  readonly dataFolder: string
  private readonly child: ChildProcess

  private constructor(baseUrl: string, dataFolder: string, child: ChildProcess) {
    this.baseUrl = baseUrl
    this.dataFolder = dataFolder
    this.child = child
  }

  static async start(): Promise<StockServer> {
    const port = String(await freePort())
    const baseUrl = `http://localhost:${port}/`
    const folder = await mkdtemp(join(tmpdir(), 'stock-'))
    const command = createRequire(import.meta.url).resolve('@solid/community-server/bin/server.js')
    const settings = ['-c', '@css:config/file.json', '-f', folder, '-p', port, '-b', baseUrl, '-l', 'error']
    const child = spawn(process.execPath, [command, ...settings], {
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const server = new StockServer(baseUrl, folder, child)
    const deadline = Date.now() + 90_000
    while (!(await server.answers())) {
      if (child.exitCode !== null || Date.now() > deadline) {
        await server[Symbol.asyncDispose]()
        throw new Error('the stock server did not start')
      }
      await pause(100)
    }
    return server
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGKILL')
      await once(this.child, 'exit')
    }
    await rm(this.dataFolder, { recursive: true, force: true })
  }

  private answers(): Promise<boolean> {
    return fetch(this.baseUrl).then(
      () => true,
      () => false,
    )
  }
}
