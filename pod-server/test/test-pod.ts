import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { inProcess } from './command.ts'

/** Variables of a process, beside the test's own. */
type Environment = Readonly<Record<string, string>>

/** Of servers whose hashes of passwords cost what those of citizens do. */
export const dearHashes: Environment = { NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '' }

/** A benchmark measures what citizens have. */
const hashes: Environment = process.env['VITEST']
  ? {
      NODE_OPTIONS: `${dearHashes['NODE_OPTIONS']} --require=${JSON.stringify(join(packageRoot, 'pod-server/test/cheap-hashes.cjs'))}`,
    }
  : dearHashes

/** What a server prints when it may be used. */
const ready = /Ready:|Ctrl-C/

/** A real server in a process of its own, on a free port of 127.0.0.1, with a data folder that goes with it. */
export class TestPod {
  readonly port: number
  readonly dataFolder: string
  readonly baseUrl: string
  /** It serves other test files too: whoever makes something on it gives it a name of its own. */
  readonly isShared: boolean
  private readonly command: 'serve' | 'demo'
  private readonly environment: Environment
  private child: ChildProcess | undefined
  private output = ''

  private constructor(
    command: 'serve' | 'demo',
    port: number,
    dataFolder: string,
    { isShared = false, environment = {} }: { isShared?: boolean; environment?: Environment } = {},
  ) {
    this.command = command
    this.environment = environment
    this.isShared = isShared
    this.port = port
    this.dataFolder = dataFolder
    this.baseUrl = environment['TRABOULE_BASE_URL'] ?? `http://localhost:${port}/`
  }

  /** An empty server, or the whole demonstration, ready. */
  static async start(
    command: 'serve' | 'demo' = 'serve',
    environment: Environment = {},
    port?: number,
  ): Promise<TestPod> {
    const pod = await TestPod.launch(command, environment, port)
    await pod.until(ready)
    return pod
  }

  /** The same, not waited for. */
  static async launch(
    command: 'serve' | 'demo',
    environment: Environment = {},
    port?: number,
  ): Promise<TestPod> {
    const folder = await mkdtemp(join(tmpdir(), 'traboule-'))
    const pod = new TestPod(command, port ?? (await freePort()), folder, { environment })
    pod.follow(pod.spawn(command))
    return pod
  }

  /** The demonstration on a copy of a stopped one's data, at its address, to which the data belong. */
  static async startCopy({ port, dataFolder }: Pick<TestPod, 'port' | 'dataFolder'>): Promise<TestPod> {
    const pod = new TestPod('demo', port, await mkdtemp(join(tmpdir(), 'traboule-')))
    await cp(dataFolder, pod.dataFolder, { recursive: true })
    await pod.start()
    return pod
  }

  /** One that runs already, and that somebody else stops. */
  static joined(
    { port, dataFolder }: Pick<TestPod, 'port' | 'dataFolder'>,
    environment: Environment = {},
  ): TestPod {
    return new TestPod('serve', port, dataFolder, { isShared: true, environment })
  }

  /** Starts the server again on the same data, and waits until it is ready. */
  async start(): Promise<void> {
    this.follow(this.spawn(this.command))
    await this.until(ready)
  }

  /** The same, where the system lets it make no file larger than that many blocks. */
  async startOnFullDisk(fileBlocks: number): Promise<void> {
    this.follow(this.spawnOnFullDisk(fileBlocks))
    await this.until(ready)
  }

  /** Starts it again on the same data, so many days later by its clock. */
  async startLater(days: number): Promise<void> {
    const clock = `const now = Date.now.bind(Date), Real = Date
globalThis.Date = class extends Real { constructor(...at) { at.length > 0 ? super(...at) : super(Real.now()) } }
Real.now = Date.now = () => now() + ${days * 24 * 3_600_000}`
    const later = [
      '--import',
      `data:text/javascript,${encodeURIComponent(clock)}`,
      ...this.words(this.command),
    ]
    this.follow(this.spawnProgram(process.execPath, later))
    await this.until(ready)
  }

  /** The same, for a server that does not come so far. */
  runOnFullDisk(fileBlocks: number): Promise<Finished> {
    return finished(this.spawnOnFullDisk(fileBlocks))
  }

  /** The same, on another data folder. */
  async startOn(dataFolder: string): Promise<void> {
    this.follow(this.spawn(this.command, '--data', dataFolder))
    await this.until(ready)
  }

  /** Waits until the process has printed something. */
  async until(said: string | RegExp): Promise<void> {
    const { child } = this
    if (!child) throw new Error('not started')
    await new Promise<void>((done, fail) => {
      const look = () => {
        if (typeof said === 'string' ? this.output.includes(said) : said.test(this.output)) done()
      }
      child.stdout?.on('data', look)
      child.on('exit', (code) => fail(new Error(`the server ended with ${code}:\n${this.output}`)))
      look()
    })
  }

  /** Ends the process: SIGTERM to stop, SIGKILL as a crash would. */
  async end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (this.isShared) throw new Error('it serves other test files too')
    const { child } = this
    if (!child) return null
    this.child = undefined
    this.output = ''
    if (child.exitCode !== null) return child.exitCode
    return new Promise((done) => {
      child.removeAllListeners('exit')
      child.on('exit', (code) => done(code))
      child.kill(signal)
    })
  }

  get pid(): number | undefined {
    return this.child?.pid
  }

  /** What the server has printed since its last start. */
  get printed(): string {
    return this.output
  }

  app(id: 'home' | 'budget' | 'energy'): { origin: string; clientId: string } {
    const { protocol, host } = new URL(this.baseUrl)
    const origin = `${protocol}//${id}.${host}`
    return { origin, clientId: `${origin}/id` }
  }

  /** Runs `traboule-pod …` against this server and its data folder. */
  run(...args: string[]): Promise<Finished> {
    return finished(this.spawn(...args))
  }

  runIn(language: 'fr' | 'en', ...args: string[]): Promise<Finished> {
    return finished(this.spawnIn(language, ...args))
  }

  /** The same, in this process: where what a command says and does is tried, and not the process that it is. */
  ask(...args: string[]): Promise<Finished> {
    return this.askIn('en', ...args)
  }

  askIn(language: 'fr' | 'en', ...args: string[]): Promise<Finished> {
    return inProcess(this.words(...args).slice(1), { ...this.environment, TRABOULE_LANG: language })
  }

  /** As a process, killed as by a crash at the n-th thing that happens in a folder. @returns whether it came so far. */
  async runKilled(folder: string, nth: number, ...args: string[]): Promise<boolean> {
    let seen = 0
    const child = this.spawn(...args)
    const watcher = watch(folder, () => {
      seen += 1
      if (seen === nth) child.kill('SIGKILL')
    })
    await finished(child)
    watcher.close()
    return child.signalCode === 'SIGKILL'
  }

  /** Runs `traboule-connect …` with the partners' credentials of this data folder. */
  connect(...args: string[]): Promise<Finished> {
    return finished(
      spawn(process.execPath, [join(packageRoot, 'bin/traboule-connect.js'), ...args], {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          TRABOULE_PARTNERS: join(this.dataFolder, 'partners'),
          LANG: 'en',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.isShared) return
    await this.end('SIGTERM')
    await rm(this.dataFolder, { recursive: true, force: true })
  }

  private follow(child: ChildProcess): void {
    this.child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString('utf8')
      })
    }
  }

  /** On this server and its data folder, unless told otherwise. */
  private spawn(...args: string[]): ChildProcess {
    return this.spawnIn('en', ...args)
  }

  private spawnIn(language: 'fr' | 'en', ...args: string[]): ChildProcess {
    return this.spawnProgram(process.execPath, this.words(...args), language)
  }

  /** A write beyond the limit is an error to the program, and not its end. */
  private spawnOnFullDisk(fileBlocks: number): ChildProcess {
    const lives = 'data:text/javascript,process.on("SIGXFSZ",()=>{})'
    const limit = `ulimit -f ${fileBlocks} && exec "$@"`
    const words = ['-c', limit, 'sh', process.execPath, '--import', lives, ...this.words(this.command)]
    return this.spawnProgram('sh', words)
  }

  private words(...args: string[]): string[] {
    const command = join(packageRoot, 'bin/traboule-pod.js')
    return [command, '--port', String(this.port), '--data', this.dataFolder, ...args]
  }

  private spawnProgram(program: string, words: string[], language: 'fr' | 'en' = 'en'): ChildProcess {
    return spawn(program, words, {
      env: {
        ...process.env,
        ...hashes,
        ...this.environment,
        NODE_ENV: 'production',
        TRABOULE_LANG: language,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }
}

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export function finished(child: ChildProcess): Promise<Finished> {
  return new Promise((done, fail) => {
    let stdout = ''
    let stderr = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8')
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8')
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
