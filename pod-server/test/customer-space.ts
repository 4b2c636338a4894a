import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { freePort, type TestPod } from './test-pod.ts'

/** The customer space of the demonstration's bank, in a process of its own. */
export class CustomerSpace {
  readonly address: string
  private child: ChildProcess | undefined

  private constructor(address: string) {
    this.address = address
  }

  /** One that is not running yet: its partner has to be registered with where it takes customers back. */
  static async place(): Promise<CustomerSpace> {
    return new CustomerSpace(`http://localhost:${await freePort()}/`)
  }

  get returnTo(): string {
    return `${this.address}retour`
  }

  async start({ dataFolder }: TestPod, partner: string): Promise<void> {
    const words = ['space', '--partner', partner, '--at', this.address]
    const child = spawn(process.execPath, [join(packageRoot, 'bin/traboule-connect.js'), ...words], {
      env: { ...process.env, TRABOULE_PARTNERS: join(dataFolder, 'partners'), LANG: 'en' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    let said = ''
    await new Promise<void>((done, fail) => {
      child.on('exit', (code) => fail(new Error(`the customer space ended with ${code}: ${said}`)))
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString('utf8')
          if (said.includes('Customer space:')) done()
        })
      }
    })
  }

  /** A browser in which a customer has logged in. */
  async logIn(customer: string): Promise<Customer> {
    const browser = new Customer(this.address)
    await browser.post('log-in', { customer })
    return browser
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null) return
    await new Promise((done) => {
      child.removeAllListeners('exit')
      child.on('exit', done)
      child.kill('SIGTERM')
    })
  }
}

/** A browser at the customer space: one cookie, and redirects that the test looks at. */
export class Customer {
  private readonly address: string
  private cookie = ''

  constructor(address: string) {
    this.address = address
  }

  get(path: string): Promise<Seen> {
    return this.see(path, {})
  }

  post(
    path: string,
    form: Record<string, string> = {},
    origin = new URL(this.address).origin,
  ): Promise<Seen> {
    return this.see(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin } })
  }

  private async see(path: string, init: RequestInit): Promise<Seen> {
    const response = await fetch(new URL(path, this.address), {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), cookie: this.cookie },
    })
    const [set] = response.headers.getSetCookie()
    if (set !== undefined) this.cookie = set.replace(/;.*$/, '')
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      page: await response.text(),
    }
  }
}

export interface Seen {
  readonly status: number
  readonly to: string
  readonly page: string
}
