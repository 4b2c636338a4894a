import type { TestCitizen } from './people.ts'
import type { TestPod } from './test-pod.ts'

/** A browser of a citizen: what a page of ours may ask with its cookie. */
export class Open {
  private readonly server: Pick<TestPod, 'baseUrl'>
  readonly cookie: string

  private constructor(server: Pick<TestPod, 'baseUrl'>, cookie: string) {
    this.server = server
    this.cookie = cookie
  }

  static at(server: TestPod, { email }: TestCitizen, password: string): Promise<Open> {
    return Open.by(server, 'password', { email, password })
  }

  /** By a log-in of this kind; where it is refused, its cookie is the empty string. */
  static async by(server: TestPod, kind: 'password' | 'passkey' | 'code', body: object): Promise<Open> {
    const answer = await Open.nobody(server).ask('POST', `.account/login/${kind}/`, body)
    return new Open(server, cookieOf(answer))
  }

  /** Whoever has just made an account, which has no log-in yet. */
  static async newAccount(server: TestPod): Promise<Open> {
    return new Open(server, cookieOf(await Open.nobody(server).ask('POST', '.account/account/', {})))
  }

  static nobody(server: TestPod): Open {
    return new Open(server, '')
  }

  ask(method: string, url: string, body?: object): Promise<Response> {
    return fetch(new URL(url, this.server.baseUrl), {
      method,
      headers: {
        accept: 'application/json',
        origin: new URL(this.server.baseUrl).origin,
        ...(this.cookie ? { cookie: `css-account=${this.cookie}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }

  // biome-ignore lint/suspicious/noExplicitAny: the answers differ by address.
  async read(url: string): Promise<any> {
    return (await this.ask('GET', url)).json()
  }

  async isLoggedIn(): Promise<boolean> {
    return (await this.read('.agent/session')).loggedIn
  }
}

const cookieOf = (answer: Response): string =>
  /^css-account=([^;]+);/.exec(answer.headers.getSetCookie().join())?.[1] ?? ''
