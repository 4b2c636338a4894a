import type { Bilingual } from '../bilingual.ts'
import { Kept } from '../Kept.ts'
import type { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { unreadSentences } from '../outgoing/unread.ts'
import { Recent } from '../Recent.ts'
import {
  type ClientMetadata,
  clientDocumentTypes,
  clientMetadata,
  isFault,
  maxClientDocument,
} from '../sites/client-metadata.ts'
import type { Soon } from '../soon.ts'

/** Milliseconds that a document counts as it was, and that one which is at fault is not asked for again. */
export const keptMs = 5 * 60_000
export const refusedMs = 10_000

const maxUrl = 2000
/** Characters kept of all documents, and what each of them takes beside. */
const maxKept = 8 * 1024 * 1024
const placeOfOne = 2 * maxUrl
const maxRefused = 1000

interface Read {
  /** JSON: whoever asks has a copy of their own. */
  readonly metadata: string
  readonly until: number
}

interface Refused {
  readonly reason: Bilingual
  readonly until: number
}

/** An app whose Client ID document was not had, or is at fault. */
export class ClientRefusal extends Error {
  override name = 'ClientRefusal'
  readonly reason: Bilingual
  /** The fault is nobody's: too many ask. */
  readonly isBusy: boolean

  constructor(reason: Bilingual, isBusy = false) {
    super(reason.en)
    this.reason = reason
    this.isBusy = isBusy
  }
}

/**
 * Client ID documents of apps elsewhere. One is read at a time for all who ask for it, and each of them waits for their
 * own turn until that has begun: nobody is refused because somebody else asks too much.
 */
export class ClientDocuments {
  private readonly reader: OutgoingReader
  private readonly now: () => number
  private readonly documents = new Kept<Read>(maxKept, ({ metadata }) => metadata.length + placeOfOne)
  private readonly refused = new Recent<Refused>(maxRefused)

  constructor(reader: OutgoingReader, now: () => number = Date.now) {
    this.reader = reader
    this.now = now
  }

  /** Characters of documents kept, of how many at most. */
  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.documents.weight, most: maxKept }
  }

  /** Documents that were at fault lately, of how many at most. */
  get refusals(): { readonly kept: number; readonly most: number } {
    return this.refused.size
  }

  /**
   * @param sender - Who asks: senders share the calls.
   * @throws ClientRefusal
   */
  async of(id: string, sender: string): Promise<ClientMetadata> {
    if (id.length > maxUrl) throw new ClientRefusal(unreadSentences['malformed-url'])
    if (!isAscii(id)) throw new ClientRefusal(otherLetters)
    const work = async () => this.known(id) ?? this.documents.of(id, () => this.read(id))
    const asked = this.known(id) ?? (await this.reader.inTurn(id, sender, work))
    // Another's call may have begun since.
    const found = await (asked === 'busy' ? this.known(id) : asked)
    if (!found) throw new ClientRefusal(busy, true)
    return JSON.parse(found.metadata)
  }

  /** What is there, or on its way. */
  private known(id: string): Soon<Read> | undefined {
    const now = this.now()
    const refused = this.refused.get(id)
    if (refused && refused.until > now) throw new ClientRefusal(refused.reason)
    const made = this.documents.made(id)
    if (made && made.until <= now) this.documents.forget(id)
    return this.documents.known(id)
  }

  private async read(id: string): Promise<Read> {
    const found = await this.reader.call(id, clientDocumentTypes, maxClientDocument)
    const metadata = clientMetadata(found, id)
    if (!isFault(metadata)) return { metadata: JSON.stringify(metadata), until: this.now() + keptMs }
    this.refused.set(id, { reason: metadata.fault, until: this.now() + refusedMs })
    throw new ClientRefusal(metadata.fault)
  }
}

/** RFC 3986: a page shows it as who asks, and other letters pass for these, or write backwards. */
const isAscii = (id: string): boolean => /^[\x21-\x7e]*$/.test(id)

const otherLetters: Bilingual = {
  fr: 'client_id a d’autres lettres que celles d’une URL : un nom s’y écrit xn--…, un chemin %….',
  en: 'client_id has other letters than those of a URL: a name is written xn--… there, a path %….',
}

const busy: Bilingual = {
  fr: 'Trop de documents d’applications sont demandés à la fois : réessayez dans un moment.',
  en: 'Too many documents of apps are asked for at once: try again in a moment.',
}
