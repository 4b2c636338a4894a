import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { peekBody } from './peek-body.ts'

describe('a body that is looked at', () => {
  it('is whole for whoever reads it next', async () => {
    const stream = new PassThrough()
    stream.end('grant_type=x')
    expect(await peekBody(stream, 12)).toBe('grant_type=x')
    expect(await text(stream)).toBe('grant_type=x')
  })

  it('is waited for, piece by piece', async () => {
    const stream = new PassThrough()
    const peeked = peekBody(stream, 12)
    for (const piece of ['grant', '_type', '=x']) {
      await new Promise((done) => setImmediate(done))
      stream.write(piece)
    }
    expect(await peeked).toBe('grant_type=x')
    stream.end()
    const chunks: string[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
    await new Promise((done) => stream.on('end', done))
    expect(chunks.join('')).toBe('grant_type=x')
  })

  it('is none when it ends before, or breaks off', async () => {
    expect(await peekBody(Readable.from([Buffer.from('short')], { objectMode: false }), 12)).toBeUndefined()
    expect(await peekBody(Readable.from([], { objectMode: false }), 12)).toBeUndefined()
    const broken = new PassThrough()
    const peeked = peekBody(broken, 12)
    broken.write('short')
    broken.destroy(new Error('gone'))
    expect(await peeked).toBeUndefined()
  })
})
