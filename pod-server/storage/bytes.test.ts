import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { packBody, unpackBody } from './bytes.ts'

const long = Buffer.from('<#a> <#b> "c" .\n'.repeat(100))

it.each(['text/turtle', 'text/turtle; charset=utf-8', 'application/ld+json', 'image/svg+xml'])(
  'stores %s smaller than it came, and gives it back as it came',
  async (type) => {
    const { body, size, encoding, digest } = await packBody(long, type)
    expect({ size, encoding }).toEqual({ size: long.byteLength, encoding: 'gzip' })
    expect(body.byteLength).toBeLessThan(size / 5)
    for (const known of [undefined, size]) expect(await unpackBody(body, encoding, known)).toEqual(long)
    expect(digest).toEqual(createHash('sha256').update(long).digest())
  },
)

it.each([
  ['what is short', Buffer.from('<#a> <#b> "c" .'), 'text/turtle'],
  ['what is compressed already', long, 'application/pdf'],
])('leaves %s as it is', async (_, bytes, type) => {
  const packed = await packBody(bytes, type)
  expect(packed).toMatchObject({ encoding: 'identity', size: bytes.byteLength })
  expect(await unpackBody(packed.body, 'identity')).toEqual(bytes)
})
