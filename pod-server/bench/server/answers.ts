const headEnd = '\r\n\r\n'
const chunkedEnd = '0\r\n\r\n'

/**
 * Finds where each answer of a connection ends (RFC 9112 §6), with as little work as can be: nothing that is measured
 * has in it what ends a body in chunks.
 */
export class Answers {
  private readonly ended: (status: number) => void
  private status = 0
  /** Of a head that has begun. */
  private head = Buffer.alloc(0)
  /** Bytes of the body that are to come; Infinity until a last chunk. */
  private left = 0
  /** Of a body in chunks, the last few characters. */
  private tail = ''

  constructor(ended: (status: number) => void) {
    this.ended = ended
  }

  read(bytes: Buffer): void {
    let body = bytes
    if (this.left === 0) {
      const all = this.head.length > 0 ? Buffer.concat([this.head, bytes]) : bytes
      const end = all.indexOf(headEnd)
      this.head = end < 0 ? Buffer.from(all) : Buffer.alloc(0)
      if (end < 0) return
      this.begin(all.toString('latin1', 0, end))
      body = all.subarray(end + headEnd.length)
    }
    if (this.left === Number.POSITIVE_INFINITY) {
      this.tail = (this.tail + body.toString('latin1', Math.max(0, body.length - 5))).slice(-5)
      if (this.tail !== chunkedEnd) return
      this.left = 0
    } else this.left -= body.length
    if (this.left < 0) throw new Error('more than was asked for')
    if (this.left === 0) this.ended(this.status)
  }

  private begin(head: string): void {
    this.status = Number(head.slice(9, 12))
    this.tail = ''
    const [, length] = /\ncontent-length: *(\d+)/i.exec(head) ?? []
    const isChunked = /\ntransfer-encoding: *chunked/i.test(head)
    const isBodyless = this.status === 204 || this.status === 304
    if (isBodyless) this.left = 0
    else if (isChunked) this.left = Number.POSITIVE_INFINITY
    else this.left = Number(length ?? 0)
  }
}
