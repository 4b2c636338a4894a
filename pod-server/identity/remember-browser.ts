import type { HttpRequest, HttpResponse } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { Settings } from '../settings.ts'
import { KnownDevices } from '../tries/KnownDevices.ts'
import { newDeviceCookie } from './AccountCookies.ts'
import { askedFrom } from './asked-from.ts'

interface Args {
  readonly engine: PodEngine
  readonly settings: Settings
}

/** The browser that asks is known to an account from now on (see KnownDevices), by the answer to that very request. */
export function rememberBrowser(
  { engine, settings }: Args,
  request: HttpRequest,
  response: HttpResponse,
  accountId: string,
): Promise<void> {
  return askedFrom(request, async () => {
    await new KnownDevices(engine).remember(accountId)
    for (const cookie of newDeviceCookie(settings)) response.appendHeader('set-cookie', cookie)
  })
}
