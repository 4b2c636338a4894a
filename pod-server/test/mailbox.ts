import { createServer, type Server, type Socket } from 'node:net'

/** A letter as it came. */
export interface Received {
  readonly from: string
  readonly to: string
  /** Of the body, decoded. */
  readonly text: string
  readonly head: string
}

/** A mail server (RFC 5321) that takes every letter and keeps it; or refuses each, as one that is full. */
export class Mailbox {
  readonly letters: Received[] = []
  isFull = false
  private greeting: Promise<void> = Promise.resolve()
  private readonly server: Server

  private constructor(server: Server) {
    this.server = server
    server.on('connection', (socket) => this.talk(socket))
  }

  static async open(): Promise<Mailbox> {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
    return new Mailbox(server)
  }

  get url(): string {
    const address = this.server.address()
    return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  }

  to(email: string): readonly Received[] {
    return this.letters.filter(({ to }) => to === email)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((done) => this.server.close(done))
  }

  /** From here on it greets nobody. @returns what ends that. */
  keepSilent(): () => void {
    let speak = (): void => undefined
    this.greeting = new Promise((done) => {
      speak = done
    })
    return speak
  }

  private talk(socket: Socket): void {
    let [said, from, to, data] = ['', '', '', undefined as string | undefined]
    const answer = (line: string) => socket.write(`${line}\r\n`)
    const take = (line: string): void => {
      if (data !== undefined) {
        if (line !== '.') data += `${line.replace(/^\./, '')}\r\n`
        else {
          this.letters.push({ from, to, ...read(data) })
          data = undefined
          answer('250 taken')
        }
        return
      }
      const [, address = ''] = /<([^>]*)>/.exec(line) ?? []
      if (/^MAIL/i.test(line)) from = address
      if (/^RCPT/i.test(line)) to = address
      if (/^DATA/i.test(line)) data = ''
      if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else answer(data === '' ? '354 go on' : this.isFull && /^RCPT/i.test(line) ? '452 full' : '250 yes')
    }
    socket.on('data', (chunk) => {
      const lines = (said + chunk.toString('utf8')).split('\r\n')
      said = lines.pop() ?? ''
      for (const line of lines) take(line)
    })
    socket.on('error', () => undefined)
    void this.greeting.then(() => answer('220 mailbox'))
  }
}

function read(message: string): { head: string; text: string } {
  const [head = '', ...rest] = message.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/^content-transfer-encoding: base64/im.test(head))
    return { head, text: Buffer.from(body, 'base64').toString('utf8') }
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return { head, text: body }
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { head, text: Buffer.from(bytes, 'latin1').toString('utf8') }
}
