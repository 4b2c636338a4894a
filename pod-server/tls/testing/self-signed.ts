import { createSign, generateKeyPairSync } from 'node:crypto'

const day = 24 * 3_600_000

/** DER (X.690 §8): a tag, the length, the content. */
function der(tag: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  )
  const { length } = content
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), content])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const identifier = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'))
const time = (at: number) => der(0x17, `${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`)
const extension = (id: string, value: Buffer) => sequence(identifier(id), der(0x04, value))

/**
 * A certificate of these hosts that vouches for itself (RFC 5280 §4.1), and its key, both as PEM.
 *
 * @param ends in milliseconds; it began two days before now.
 */
export function selfSigned(hosts: readonly string[], ends = Date.now() + day): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(der(0x31, sequence(identifier('550403'), der(0x0c, 'Traboule test'))))
  const names = sequence(...hosts.map((host) => der(0x82, host)))
  const isAuthority = sequence(der(0x01, Buffer.from([0xff])))
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(Date.now() - 2 * day), time(ends)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension('551d11', names), extension('551d13', isAuthority))),
  )
  const signature = createSign('sha256').update(toSign).sign(privateKey)
  const whole = sequence(toSign, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))
  const lines = whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
