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
  private readonly settings: Settings

  constructor(source: MetadataWriter, settings: Settings) {
    super()
    this.source = source
    this.settings = settings
  }

  override async handle(input: MetadataWriterInput): Promise<void> {
    const { response } = input
    const before = response.getHeader('set-cookie')
    response.removeHeader('set-cookie')
    await this.source.handle(input)
    const own = attributes(this.settings)
    const added = [response.getHeader('set-cookie') ?? []].flat().map((it) => `${it}${own}`)
    const all = [...[before ?? []].flat().map(String), ...added, ...newDeviceCookie(this.settings)]
    if (all.length > 0) response.setHeader('set-cookie', all)
  }
}

const attributes = ({ baseUrl }: Settings): string =>
  baseUrl.startsWith('https:') ? '; HttpOnly; Secure' : '; HttpOnly'

/** Of a browser that became known by this request; none of any other. */
export function newDeviceCookie(settings: Settings): readonly string[] {
  const { newDevice } = asking()
  if (!newDevice) return []
  const { device } = cookieNames(settings.baseUrl)
  return [`${device}=${newDevice}; Max-Age=${deviceSeconds}${always}${attributes(settings)}`]
}
