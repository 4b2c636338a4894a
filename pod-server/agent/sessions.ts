import type { AppLogIn } from '../sessions/LogIns.ts'
import { appCard } from '../sites/client-document.ts'
import { type KnownApp, siteOf } from './apps.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'
import { AgentError } from './errors.ts'

/** Where the citizen is logged in, and with which apps. */
export async function listLogIns({ caller, logIns, cookie, apps, settings }: Call) {
  const { accountId, webIds } = onPage(caller)
  const own = settings.apps.map((app) => ({ clientId: app.clientId, name: appCard(app).name }))
  const known = [...own, ...(await apps.all())]
  const { browsers, elsewhere } = await logIns.open(accountId, webIds, cookie)
  return {
    browsers: browsers.map((browser) => ({ ...browser, apps: browser.apps.map(named(known)) })),
    elsewhere: elsewhere.map(named(known)),
  }
}

/** Ends a log-in, and the apps that were opened in that browser: it takes away, and asks for no password. */
export async function endBrowser({ caller, logIns, id = '' }: Call): Promise<void> {
  const { accountId } = onPage(caller)
  if (!(await logIns.endBrowser(accountId, id))) throw new AgentError('unknown-session')
}

/** Ends all others: every app but those of this browser. */
export async function endOthers({ caller, logIns, cookie }: Call): Promise<void> {
  const { accountId, webIds } = onPage(caller)
  await logIns.endOthers(accountId, webIds, cookie)
}

/** Logs the citizen out of one app, where that is open once. */
export async function endApp({ caller, logIns, id = '' }: Call): Promise<void> {
  if (!(await logIns.endApp(onPage(caller).webIds, id))) throw new AgentError('unknown-session')
}

const named = (known: readonly Pick<KnownApp, 'clientId' | 'name'>[]) => (logIn: AppLogIn) => ({
  ...logIn,
  name: known.find(({ clientId }) => clientId === logIn.client)?.name ?? siteOf(logIn.client),
})
