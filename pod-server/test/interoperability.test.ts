import {
  buildThing,
  createContainerAt,
  createSolidDataset,
  createThing,
  deleteFile,
  getContainedResourceUrlAll,
  getDecimal,
  getPodUrlAll,
  getSolidDataset,
  getStringNoLocale,
  getThing,
  getThingAll,
  saveSolidDatasetAt,
  setThing,
} from '@inrupt/solid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insert, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen
let container: string

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
  const bank = await makePartner(server, 'banque', 'bank')
  container = (
    await alice.account.agent<{ container: string }>('partners', { partner: 'banque', pod: alice.pod })
  ).container
  await bank.fetch(`${container}a1/2026-03.ttl`, insert('<#one> a tb:BankOperation; tb:amount -12.34.'))
})

afterAll(async () => server?.[Symbol.asyncDispose]())

describe('the library that most Solid apps are made with (@inrupt/solid-client)', () => {
  const options = () => ({ fetch: alice.fetch })

  it('finds the pod that a WebID names', async () => {
    expect(await getPodUrlAll(alice.webId)).toEqual([alice.pod])
  })

  it('reads the profile that anybody may read', async () => {
    const profile = await getSolidDataset(alice.webId)
    expect(getThing(profile, alice.webId)).not.toBeNull()
  })

  it('lists and reads what a partner sent', async () => {
    const listing = await getSolidDataset(`${container}a1/`, options())
    expect(getContainedResourceUrlAll(listing)).toEqual([`${container}a1/2026-03.ttl`])
    const month = await getSolidDataset(`${container}a1/2026-03.ttl`, options())
    const [operation] = getThingAll(month)
    expect(operation && getDecimal(operation, 'https://w3id.org/traboule/ns#amount')).toBe(-12.34)
  })

  it('makes a folder, writes a document, changes it and erases it, as the citizen', async () => {
    await createContainerAt(`${alice.pod}notes/`, options())
    const url = `${alice.pod}notes/first.ttl`
    const thing = (text: string) =>
      buildThing(createThing({ name: 'it' }))
        .setStringNoLocale('https://schema.org/text', text)
        .build()
    const saved = await saveSolidDatasetAt(url, setThing(createSolidDataset(), thing('before')), options())
    await saveSolidDatasetAt(url, setThing(saved, thing('after')), options())
    const read = getThing(await getSolidDataset(url, options()), `${url}#it`)
    expect(read && getStringNoLocale(read, 'https://schema.org/text')).toBe('after')
    await deleteFile(url, options())
    await expect(getSolidDataset(url, options())).rejects.toMatchObject({ statusCode: 404 })
  })

  it('is refused, as anybody is, what was not granted', async () => {
    await expect(getSolidDataset(container)).rejects.toMatchObject({ statusCode: 401 })
  })
})
