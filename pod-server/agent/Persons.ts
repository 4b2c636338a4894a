import type { Bilingual } from '../bilingual.ts'
import type { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { unreadSentences } from '../outgoing/unread.ts'
import { AgentError } from './errors.ts'
import { profileIn } from './profile.ts'

/** Somebody who can log in, and so read what they are let read. */
export interface Person {
  /** Theirs, or of a pod here the one that the address asked for is short of. */
  readonly webId: string
  /** Of a pod here: the pod's name is theirs. */
  readonly isHere: boolean
  /** As a profile elsewhere says. */
  readonly name?: string
}

const maxProfileBytes = 128 * 1024

/** What an address on this server may be short of. */
const endings = ['#me', 'profile/card#me', '/profile/card#me']

/** Whose an address is, of those that a citizen may let read: this server's from its accounts, others' from their documents. */
export class Persons {
  private readonly reader: OutgoingReader
  private readonly baseUrl: string
  private readonly isHere: (webId: string) => Promise<boolean>

  /** `isHere`: whether a WebID of this server is somebody's, letter by letter. */
  constructor(reader: OutgoingReader, baseUrl: string, isHere: (webId: string) => Promise<boolean>) {
    this.reader = reader
    this.baseUrl = baseUrl
    this.isHere = isHere
  }

  /**
   * @param sender - On whose behalf a document elsewhere is read.
   * @throws AgentError `unknown-person`, `unread-person`, `not-a-person`
   */
  async of(address: string, sender: string): Promise<Person> {
    if (!address.startsWith(this.baseUrl)) return this.elsewhere(address, sender)
    const webId = await this.here(address)
    if (!webId) throw new AgentError('unknown-person')
    return { webId, isHere: true }
  }

  /** Somebody's WebID as it is written. @throws AgentError as `of`, and `unknown-person` with the one that may be meant. */
  async assert(webId: string, sender: string): Promise<void> {
    const person = await this.of(webId, sender)
    if (person.webId !== webId) throw new AgentError('unknown-person', undefined, meant(person.webId))
  }

  /** Of somebody who was let read before, whose document is not asked again. @throws AgentError `unknown-person` */
  async assertStays(webId: string): Promise<void> {
    if (webId.startsWith(this.baseUrl) && !(await this.isHere(webId))) throw new AgentError('unknown-person')
  }

  private async here(address: string): Promise<string | undefined> {
    const [start = ''] = address.split('#')
    for (const webId of [address, ...endings.map((it) => start + it)])
      if (await this.isHere(webId)) return webId
    return undefined
  }

  private async elsewhere(webId: string, sender: string): Promise<Person> {
    const call = () => this.reader.call(webId, 'text/turtle', maxProfileBytes)
    const found = await this.reader.inTurn(webId, sender, call)
    if (typeof found === 'string')
      throw new AgentError('unread-person', undefined, found === 'busy' ? busy : unreadSentences[found])
    const profile = profileIn(found, webId)
    if (!profile) throw new AgentError('unread-person', undefined, noProfile)
    if (!profile.canLogIn) throw new AgentError('not-a-person')
    return { webId, isHere: false, ...(profile.name ? { name: profile.name } : {}) }
  }
}

const meant = (webId: string): Bilingual => ({
  fr: `Vouliez-vous dire ${webId} ?`,
  en: `Did you mean ${webId}?`,
})

const busy: Bilingual = {
  fr: 'Trop d’adresses sont demandées à la fois : réessayez dans un moment.',
  en: 'Too many addresses are asked for at once: try again in a moment.',
}

const noProfile: Bilingual = {
  fr: 'Elle mène à autre chose qu’un profil lisible (en Turtle).',
  en: 'It leads to something that is no readable profile (in Turtle).',
}
