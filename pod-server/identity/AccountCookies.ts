import { MetadataWriter, type MetadataWriterInput } from '@solid/community-server'
import type { Settings } from '../settings.ts'
import { asking } from './asked-from.ts'
import { cookieNames } from './cookie-names.ts'

/** As long as browsers keep one. */
const deviceSeconds = 400 * 24 * 3600
const always = '; Path=/; SameSite=Lax'

/** The account cookie, and that of a browser that is known, out of the reach of scripts; CSS leaves it to them. */
export class AccountCookies extends MetadataWriter {
  private readonly source: MetadataWriter
  private readonly attributes: string
  private readonly deviceName: string

  constructor(source: MetadataWriter, settings: Settings) {
    super()
    this.source = source
    this.deviceName = cookieNames(settings.baseUrl).device
    this.attributes = settings.baseUrl.startsWith('https:') ? '; HttpOnly; Secure' : '; HttpOnly'
  }

  override async handle(input: MetadataWriterInput): Promise<void> {
    const { response } = input
    const before = response.getHeader('set-cookie')
    response.removeHeader('set-cookie')
    await this.source.handle(input)
    const added = [response.getHeader('set-cookie') ?? []].flat().map((it) => `${it}${this.attributes}`)
    const { newDevice } = asking()
    if (newDevice)
      added.push(`${this.deviceName}=${newDevice}; Max-Age=${deviceSeconds}${always}${this.attributes}`)
    const all = [...[before ?? []].flat().map(String), ...added]
    if (all.length > 0) response.setHeader('set-cookie', all)
  }
}
