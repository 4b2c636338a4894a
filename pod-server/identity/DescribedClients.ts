import { importOidcProvider, PassthroughAdapter, PassthroughAdapterFactory } from '@solid/community-server'
import { readableName } from '../sites/readable.ts'
import { askingAddress } from './asked-from.ts'
import { type ClientDocuments, ClientRefusal } from './ClientDocuments.ts'

type AdapterFactory = ConstructorParameters<typeof PassthroughAdapterFactory>[0]
type Adapter = ReturnType<PassthroughAdapterFactory['createStorageAdapter']>

/**
 * Clients that no storage knows, by the document that their id leads to: in the place of CSS's ClientIdAdapterFactory. A
 * client that calls itself what no page can show, registered dynamically too, has no name for any of them.
 */
export class DescribedClients extends PassthroughAdapterFactory {
  private readonly documents: ClientDocuments

  constructor(source: AdapterFactory, documents: ClientDocuments) {
    super(source)
    this.documents = documents
  }

  override createStorageAdapter(name: string): Adapter {
    const adapter = super.createStorageAdapter(name)
    return name === 'Client' ? new DescribedClientAdapter(name, adapter, this.documents) : adapter
  }
}

class DescribedClientAdapter extends PassthroughAdapter {
  private readonly documents: ClientDocuments

  constructor(name: string, source: Adapter, documents: ClientDocuments) {
    super(name, source)
    this.documents = documents
  }

  override async find(id: string): ReturnType<Adapter['find']> {
    const stored = await super.find(id)
    if (stored) return named(stored)
    if (!/^https?:/i.test(id)) return undefined
    try {
      return named(await this.documents.of(id, askingAddress()))
    } catch (error) {
      if (!(error instanceof ClientRefusal)) throw error
      const { errors } = await importOidcProvider()
      // In English and ASCII, as RFC 6749 §5.2 has it.
      const reason = error.reason.en.replaceAll('’', "'")
      throw error.isBusy ? new errors.TemporarilyUnavailable(reason) : new errors.InvalidClient(reason)
    }
  }
}

function named<T extends object>(client: T): T {
  const { client_name: said, ...rest } = client as { readonly client_name?: unknown }
  const name = readableName(said)
  return (name === undefined ? rest : { ...rest, client_name: name }) as T
}
