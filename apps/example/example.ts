import { Session } from '@uvdsl/solid-oidc-client-browser'

const here = `${location.origin}/`
const clientId = `${here}id`
const session = new Session({ client_id: clientId })
const jsonLd = { headers: { accept: 'application/ld+json' } }

/** What the profile says is the citizen's authorization agent: it knows what was granted, and grants. */
async function agentOf(webId: string): Promise<string> {
  const nodes = (await (await fetch(webId, jsonLd)).json()) as Record<string, { '@id': string }[]>[]
  const name = 'http://www.w3.org/ns/solid/interop#hasAuthorizationAgent'
  return nodes.flatMap((node) => node[name] ?? [])[0]?.['@id'] ?? ''
}

/** The documents of a container and below. */
async function* documentsIn(url: string): AsyncGenerator<string> {
  const answer = await session.authFetch(url, jsonLd)
  // 401, 403: the grant has ended. Nothing else tells an app: it shows what it may, and asks again.
  if (!answer.ok) return
  const text = await answer.text()
  if (!url.endsWith('/')) yield text
  else for (const { '@id': it } of JSON.parse(text)) if (it.length > url.length) yield* documentsIn(it)
}

/** Shows what there is to read. @returns the containers that were granted. */
async function show(agent: string): Promise<string[]> {
  // None where the app is neither registered nor let in (404): the citizen is told what they can do about it.
  const { grants = [] } = await (await session.authFetch(`${agent}grants`)).json()
  const granted: string[] = grants.flatMap(({ containers }: { containers: string[] }) => containers)
  let operations = 0
  for (const container of granted)
    for await (const text of documentsIn(container)) operations += text.split('#BankOperation"').length - 1
  const link = document.querySelector('a') as HTMLAnchorElement
  link.href = `${agent}grant?${new URLSearchParams({ client_id: clientId, return: here })}`
  link.hidden = granted.length > 0
  ;(document.querySelector('[role=status]') as HTMLElement).textContent = `Opérations lues : ${operations}`
  return granted
}

/** Hears of each change in a container, until the grant ends: the stream ends with it. */
async function follow(container: string, changed: () => Promise<unknown>): Promise<void> {
  const { headers } = await session.authFetch(container, { method: 'HEAD' })
  const [, stream = ''] =
    /<([^>]+)>; rel="[^"]*updatesViaStreamingHttp2023"/.exec(headers.get('link') ?? '') ?? []
  const reader = (await session.authFetch(stream)).body?.getReader()
  while (reader && !(await reader.read().catch(() => ({ done: true }))).done) await changed()
  await changed()
}

await session.handleRedirectFromLogin()
if (!session.isActive) await session.restore().catch(() => {})
const issuer = new URLSearchParams(location.search).get('issuer')
if (!session.isActive && issuer) await session.login(issuer, here)
if (session.webId) {
  const agent = await agentOf(session.webId)
  await Promise.all((await show(agent)).map((container) => follow(container, () => show(agent))))
}
