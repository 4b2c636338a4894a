import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Bilingual } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import type { CertificateFiles, Settings } from '../settings.ts'

/** As PEM. */
export interface Certificate {
  readonly key: Buffer
  /** With those of the authorities between, after it. */
  readonly cert: Buffer
}

/**
 * Reads a certificate and its key, as they are now.
 *
 * @throws PodError `bad-settings` when a file cannot be read, is no such thing, or one does not belong to the other.
 */
export function readCertificate({ key, cert }: CertificateFiles): Certificate {
  const read = { key: readPem('--tls-key', key), cert: readPem('--tls-cert', cert) }
  try {
    createSecureContext(read)
    return read
  } catch (cause) {
    throw refused(
      {
        fr: `--tls-cert et --tls-key doivent être un certificat et sa clé, en PEM : ceux de ${cert} et de ${key} n’en sont pas.`,
        en: `--tls-cert and --tls-key must be a certificate and its key, in PEM: those of ${cert} and ${key} are not.`,
      },
      cause,
    )
  }
}

/**
 * Holds a certificate to the addresses that it is shown at, and to a time.
 *
 * @throws PodError `bad-settings`, with the hosts that it does not name, or the day it ended.
 */
export function assertCertifies(
  { cert }: Certificate,
  { baseUrl, apps }: Pick<Settings, 'baseUrl' | 'apps'>,
  now = Date.now(),
): void {
  const certificate = new X509Certificate(cert)
  const hosts = new Set([baseUrl, ...apps.map(({ origin }) => origin)].map((url) => new URL(url).hostname))
  const missing = [...hosts].filter((host) => certificate.checkHost(host) === undefined).join(', ')
  if (missing)
    throw refused({
      fr: `Le certificat de --tls-cert n’est pas pour ${missing}.`,
      en: `The certificate of --tls-cert is not for ${missing}.`,
    })
  if (Date.parse(certificate.validTo) <= now)
    throw refused({
      fr: `Le certificat de --tls-cert a pris fin : ${certificate.validTo}.`,
      en: `The certificate of --tls-cert has ended: ${certificate.validTo}.`,
    })
}

function readPem(flag: string, path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw refused(
      { fr: `${flag} : ${path} ne peut pas être lu.`, en: `${flag}: ${path} cannot be read.` },
      cause,
    )
  }
}

const refused = (sentence: Bilingual, cause?: unknown): PodError =>
  new PodError('bad-settings', sentence, { cause })
