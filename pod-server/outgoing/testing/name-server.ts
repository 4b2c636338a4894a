import { createSocket, type Socket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'

/** A name server of this machine, that knows the names it is given. */
export class NameServer {
  /** Those asked for, in order. */
  readonly asked: string[] = []
  private readonly names: Map<string, readonly string[]>
  private readonly socket: Socket

  private constructor(names: Readonly<Record<string, readonly string[]>>) {
    this.names = new Map(Object.entries(names))
    this.socket = createSocket('udp4', (question, { port }) => {
      this.socket.send(this.answer(question), port, '127.0.0.1')
    })
  }

  static async start(names: Readonly<Record<string, readonly string[]>>): Promise<NameServer> {
    const server = new NameServer(names)
    server.socket.bind(0, '127.0.0.1')
    await once(server.socket, 'listening')
    return server
  }

  get resolver(): Resolver {
    const resolver = new Resolver({ timeout: 1000, tries: 1 })
    resolver.setServers([`127.0.0.1:${this.socket.address().port}`])
    return resolver
  }

  /** From now on a name leads to other addresses. */
  change(name: string, addresses: readonly string[]): void {
    this.names.set(name, addresses)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((done) => {
      this.socket.close(() => done())
    })
  }

  /** RFC 1035 §4: the question again, then one record for each address of the family asked for. */
  private answer(question: Buffer): Buffer {
    const labels: string[] = []
    let at = 12
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length))
      at += 1 + length
    }
    const name = labels.join('.').toLowerCase()
    this.asked.push(name)
    const wantsSix = question.readUInt16BE(at + 1) === 28
    const known = this.names.get(name)
    const records = (known ?? []).filter((it) => isIPv6(it) === wantsSix).map(recordOf)
    const header = Buffer.alloc(12)
    question.copy(header, 0, 0, 2)
    header.writeUInt16BE(known ? 0x8180 : 0x8183, 2)
    header.writeUInt16BE(1, 4)
    header.writeUInt16BE(records.length, 6)
    return Buffer.concat([header, question.subarray(12, at + 5), ...records])
  }
}

function recordOf(address: string): Buffer {
  const data = isIPv6(address) ? bytesOfSix(address) : Buffer.from(address.split('.').map(Number))
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(isIPv6(address) ? 28 : 1, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

/** Of an address written with `::`. */
function bytesOfSix(address: string): Buffer {
  const [head, tail] = address.split('::').map((it) => it.split(':').filter(Boolean)) as [string[], string[]]
  const groups = [...head, ...new Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
  return Buffer.from(groups.map((it) => it.padStart(4, '0')).join(''), 'hex')
}
