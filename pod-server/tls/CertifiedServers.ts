import { unwatchFile, watchFile } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { getLoggerFor, type HttpServerFactory, type ServerConfigurator } from '@solid/community-server'
import type { CertificateFiles, Settings } from '../settings.ts'
import { assertCertifies, readCertificate } from './certificate.ts'
import { withoutProxy } from './without-proxy.ts'

/** Milliseconds between two looks at the files of a certificate. */
const lookEvery = 2_000

/** Makes the server: of http, or of https where the operator gives a certificate, which is read again once it is renewed. */
export class CertifiedServers implements HttpServerFactory {
  private readonly logger = getLoggerFor(this)
  private readonly configurator: ServerConfigurator
  private readonly settings: Settings

  constructor(configurator: ServerConfigurator, settings: Settings) {
    this.configurator = configurator
    this.settings = settings
  }

  async createServer(): Promise<Server> {
    const { tls } = this.settings
    const server = tls ? this.certified(tls) : createServer()
    await this.configurator.handleSafe(server)
    return server
  }

  private certified(files: CertificateFiles): Server {
    const server = createTlsServer(readCertificate(files))
    for (const event of ['request', 'upgrade']) server.on(event, withoutProxy)
    const renew = () => {
      try {
        const renewed = readCertificate(files)
        assertCertifies(renewed, this.settings)
        server.setSecureContext(renewed)
        this.logger.info('Certificate read again')
      } catch (error) {
        // One file of two may be written, or another's: what was read before serves on.
        this.logger.error(`Certificate not read again: ${(error as Error).message}`)
      }
    }
    const paths = [files.key, files.cert]
    for (const path of paths) watchFile(path, { interval: lookEvery, persistent: false }, renew)
    server.on('close', () => {
      for (const path of paths) unwatchFile(path, renew)
    })
    return server
  }
}
