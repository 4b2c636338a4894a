import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'

/** What a hostile or worn one says in the place of what it should. */
export interface Said {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly userHandle?: string
  readonly crossOrigin?: boolean
  readonly type?: string
  readonly format?: string
  readonly counter?: number
  /** That its owner was there, was recognised (UP, UV). */
  readonly isVerified?: boolean
  readonly isPresent?: boolean
}

const flag = { present: 0x01, verified: 0x04, eligible: 0x08, backedUp: 0x10, attested: 0x40 }

/** An authenticator with a browser around it (Web Authentication Level 3 §6), with one passkey: a P-256 key of node:crypto. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32)
  private readonly publicKey: KeyObject
  private readonly privateKey: KeyObject
  private readonly origin: string
  private userHandle = ''

  constructor(origin: string) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.publicKey = publicKey
    this.privateKey = privateKey
    this.origin = origin
  }

  make(options: PublicKeyCredentialCreationOptionsJSON, said: Said = {}): RegistrationResponseJSON {
    this.userHandle ||= options.user.id
    const { format = 'none' } = said
    const attested = Buffer.concat([Buffer.alloc(16), word(this.id.length), this.id, this.coseKey()])
    const authData = Buffer.concat([this.head(options.rp.id ?? '', flag.attested, said), attested])
    const attestationObject = map(
      [text('fmt'), text(format)],
      [text('attStmt'), map()],
      [text('authData'), bytes(authData)],
    )
    return {
      ...this.named(),
      response: {
        clientDataJSON: this.clientData('webauthn.create', options.challenge, said).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  use(options: PublicKeyCredentialRequestOptionsJSON, said: Said = {}): AuthenticationResponseJSON {
    const authenticatorData = this.head(options.rpId ?? '', 0, said)
    const clientData = this.clientData('webauthn.get', options.challenge, said)
    const signed = Buffer.concat([authenticatorData, sha256(clientData)])
    return {
      ...this.named(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, this.privateKey).toString('base64url'),
        userHandle: said.userHandle ?? this.userHandle,
      },
    }
  }

  private named() {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const
  }

  /** §6.1: the digest of the relying party's id, flags, counter. */
  private head(
    rpId: string,
    flags: number,
    { rpId: other, counter = 0, isVerified = true, isPresent = true }: Said,
  ) {
    const all = flags | (isPresent ? flag.present : 0) | (isVerified ? flag.verified : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(other ?? rpId), Buffer.from([all | flag.eligible | flag.backedUp]), count])
  }

  private clientData(type: string, challenge: string, said: Said): Buffer {
    const { origin = this.origin, crossOrigin = false } = said
    return Buffer.from(
      JSON.stringify({
        type: said.type ?? type,
        challenge: said.challenge ?? challenge,
        origin,
        crossOrigin,
      }),
    )
  }

  /** RFC 9053 §7.1.1: EC2, ES256, P-256. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' })
    const [one, other] = [x, y].map((it) => bytes(Buffer.from(it, 'base64url'))) as [Buffer, Buffer]
    return map([int(1), int(2)], [int(3), int(-7)], [int(-1), int(1)], [int(-2), one], [int(-3), other])
  }
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()

function word(value: number): Buffer {
  const two = Buffer.alloc(2)
  two.writeUInt16BE(value)
  return two
}

/** CBOR (RFC 8949 §3.1): a major type and its argument. */
function start(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  return value < 256
    ? Buffer.from([(major << 5) | 24, value])
    : Buffer.concat([Buffer.from([(major << 5) | 25]), word(value)])
}
const int = (value: number): Buffer => (value < 0 ? start(1, -1 - value) : start(0, value))
const bytes = (value: Buffer): Buffer => Buffer.concat([start(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([start(3, value.length), Buffer.from(value)])
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([start(5, pairs.length), ...pairs.flat()])
