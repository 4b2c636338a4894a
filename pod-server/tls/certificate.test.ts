import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { assertCertifies, readCertificate } from './certificate.ts'
import { selfSigned } from './testing/self-signed.ts'

const hosts = ['pods.example', 'home.pods.example', 'budget.pods.example', 'energy.pods.example']
const settings = readSettings({ flags: { 'base-url': 'https://pods.example' }, env: {} })

describe('a certificate of the server’s own', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'traboule-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const files = async ({ key, cert }: { key: string; cert: string }) => {
    const paths = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') }
    await Promise.all([writeFile(paths.key, key), writeFile(paths.cert, cert)])
    return paths
  }
  const refused = (said: RegExp) =>
    expect.objectContaining({ code: 'bad-settings', message: expect.stringMatching(said) })

  it('is taken for the hosts that it names, as long as it lasts', async () => {
    const certificate = readCertificate(await files(selfSigned(hosts)))
    expect(() => assertCertifies(certificate, settings)).not.toThrow()
    expect(() => assertCertifies(certificate, settings, Date.now() + 48 * 3_600_000)).toThrow(
      refused(/has ended/),
    )
  })

  it('is refused for an app’s host that it does not name', async () => {
    const certificate = readCertificate(await files(selfSigned(hosts.slice(0, 3))))
    expect(() => assertCertifies(certificate, settings)).toThrow(refused(/is not for energy\.pods\.example/))
  })

  it('is refused with another’s key, as no certificate, and where there is none', async () => {
    const [one, other] = [selfSigned(hosts), selfSigned(hosts)]
    const mixed = await files({ key: one.key, cert: other.cert })
    expect(() => readCertificate(mixed)).toThrow(refused(/--tls-cert and --tls-key/))
    const none = await files({ key: one.key, cert: 'none' })
    expect(() => readCertificate(none)).toThrow(refused(/--tls-cert and --tls-key/))
    expect(() => readCertificate({ ...none, key: join(folder, 'nothing') })).toThrow(
      refused(/--tls-key: .*cannot be read/),
    )
  })
})
