import { expect, it } from 'vitest'
import type { ClientDocuments } from './ClientDocuments.ts'
import { DescribedClients } from './DescribedClients.ts'

const hostile = `T\u0300\u0316\u0317\u0318raboule\u202e`
const stored: Record<string, object> = {
  good: { client_id: 'good', client_name: 'Mes  notes', redirect_uris: [] },
  hostile: { client_id: 'hostile', client_name: hostile },
  nameless: { client_id: 'nameless' },
}
type Source = ConstructorParameters<typeof DescribedClients>[0]
const source = { createStorageAdapter: () => ({ find: async (id: string) => stored[id] }) }
const documents = {
  of: async (id: string) => ({ client_id: id, client_name: id.endsWith('/good') ? 'Bon' : hostile }),
}
const clients = new DescribedClients(source as unknown as Source, documents as unknown as ClientDocuments)

it.each([
  ['good', { client_id: 'good', client_name: 'Mes notes', redirect_uris: [] }],
  ['hostile', { client_id: 'hostile' }],
  ['nameless', { client_id: 'nameless' }],
  ['nobody', undefined],
  ['https://app.example/good', { client_id: 'https://app.example/good', client_name: 'Bon' }],
  ['https://app.example/evil', { client_id: 'https://app.example/evil' }],
])(
  'a client has a name for our pages where it can be shown, registered or described: %s',
  async (id, found) => {
    expect(await clients.createStorageAdapter('Client').find(id)).toEqual(found)
  },
)
