import { PassthroughAdapter, PassthroughAdapterFactory } from '@solid/community-server'
import type { Settings } from '../settings.ts'
import { clientDocument } from '../sites/client-document.ts'

type AdapterFactory = ConstructorParameters<typeof PassthroughAdapterFactory>[0]
type Adapter = ReturnType<PassthroughAdapterFactory['createStorageAdapter']>

/**
 * Resolves the Client ID documents of our own apps in process: the stock adapter refuses `http://budget.localhost:3000`,
 * and Node does not resolve `*.localhost`. Own ones first, so that no stored or fetched document can stand for them.
 */
export class OwnClients extends PassthroughAdapterFactory {
  private readonly settings: Settings

  constructor(source: AdapterFactory, settings: Settings) {
    super(source)
    this.settings = settings
  }

  override createStorageAdapter(name: string): Adapter {
    const adapter = super.createStorageAdapter(name)
    return name === 'Client' ? new OwnClientAdapter(name, adapter, this.settings) : adapter
  }
}

class OwnClientAdapter extends PassthroughAdapter {
  private readonly settings: Settings

  constructor(name: string, source: Adapter, settings: Settings) {
    super(name, source)
    this.settings = settings
  }

  override find(id: string): ReturnType<Adapter['find']> {
    const app = this.settings.apps.find(({ clientId }) => clientId === id)
    return app ? Promise.resolve(clientDocument(app)) : super.find(id)
  }
}
