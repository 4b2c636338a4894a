import { type Entry, operatorExport, operatorReset } from '#vocab/journal/entry'
import { t } from '../../shared/i18n/t.ts'
import { citizenName } from '../../shared/session/citizen-name.ts'
import { appName, hostOf, type People, webIdName } from '../people.ts'
import { logMessages as messages } from './messages.ts'

/**
 * Who did what a line says: a name where there is one, else the address that was verified, in a sentence.
 *
 * @param base - The server's address.
 */
export function whoOf({ who, client, outcome, rules }: Entry, people: People, base: string): string {
  const app = client === null ? undefined : appWords(client, people)
  if (who === null && client === operatorExport) return t(messages.operatorExport)
  if (who === null && client === operatorReset) return t(messages.operatorReset)
  if (who === people.webId) {
    if (client === null) return t(messages.youAtAccount)
    if (client === people.clientId) return t(messages.youAtHome)
    return app ?? withoutAddress(client, who.startsWith(base))
  }
  if (who !== null) {
    const name = webIdName(who, people)
    if (name !== undefined) return name
    return app === undefined ? strangerName(who) : t(messages.somebodyWith, strangerName(who), app)
  }
  if (app !== undefined) return app
  // What the server does by itself, no rule has to allow.
  return outcome === 'allowed' && rules.length === 0 ? t(messages.server) : t(messages.unnamed)
}

/**
 * A client whose id is no address. Who has a WebID of this server has tokens of this server alone, and it makes both kinds
 * of such ids: of client credentials, their name and a UUID; of an app that registers itself, as anybody may, 21 letters.
 * Another server may name a client as it likes.
 */
function withoutAddress(client: string, isNamedHere: boolean): string {
  if (!isNamedHere) return t(messages.someClient)
  return t(ownCredentials.test(client) ? messages.ownTool : messages.unknownApp)
}

const ownCredentials = /_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a WebID's address says, with the host that vouches for it: the address itself is in the details. */
export function strangerName(webId: string): string {
  const [name, host] = [citizenName(webId), hostOf(webId)]
  return name === '' || host === undefined ? webId : t(messages.somebody, name, host)
}

function appWords(client: string, people: People): string | undefined {
  const host = hostOf(client)
  return appName(client, people) ?? (host && t(messages.appOf, host))
}
