import { beforeAll, expect, it } from 'vitest'
import { readCategories } from '../../shared/known-categories.ts'
import { parseListing } from '../../shared/pod/parse-listing.ts'
import type { Space } from '../space.ts'
import { Elsewhere } from './Elsewhere.ts'

beforeAll(readCategories)

const pod = 'https://pod.example/alice/'
const space = { grants: { pods: [pod] } } as unknown as Space
const nameOf = (path: string) => new Elsewhere(space).nameOf(pod + path)

it('the places of what no partner sent are called as people read them', () => {
  expect(['', 'derived/', '%C3%A9t%C3%A9/', 'data/', 'data/bank/', 'data/zoo/'].map(nameOf)).toEqual([
    'Hors de tout dossier',
    'Calculé par vos applications',
    'été',
    'Données d’aucun partenaire',
    'Comptes et opérations bancaires, d’aucun partenaire',
    'Zoo, d’aucun partenaire',
  ])
})

it('what a pod held is shown on where its root would not open this once, and goes once it is known to be gone', async () => {
  const answers: Record<string, number | string> = { '': '<notes/>', 'notes/': '<a.ttl>' }
  const fetch = async (url: string): Promise<Response> => {
    const answer = answers[url.slice(pod.length)] ?? 404
    const body = `<> <http://www.w3.org/ns/ldp#contains> ${answer} .`
    return typeof answer === 'number'
      ? new Response('', { status: answer })
      : new Response(body, { headers: { 'content-type': 'text/turtle' } })
  }
  const parser = {
    listing: async (url: string, bytes: Uint8Array) => parseListing(new TextDecoder().decode(bytes), url),
  }
  const now = {
    grants: { pods: [pod] },
    documents: [],
    fetch,
    parser,
    remembered: { forgetGone: () => undefined },
    redraw: () => undefined,
    others: undefined,
    hidden: undefined,
  } as unknown as Space
  const finder = new Elsewhere(now)
  const found = async () => {
    await finder.look()
    return now.others?.map(({ partner }) => partner)
  }
  expect(await found()).toEqual(['notes'])
  answers[''] = 500
  expect(await found()).toEqual(['notes'])
  expect(now.hidden?.kind).toBe('server')
  answers[''] = '<inbox/>'
  expect(await found()).toEqual([])
  expect(now.hidden).toBe(undefined)
})

it.each(['constructor', 'toString', '__proto__', 'valueOf'])('a folder may be called %s', (name) =>
  expect(nameOf(`${name}/`)).toBe(name),
)

it.each([
  ['%2F', 'passes for no folder'],
  ['%E2%80%AE', 'would be seen as nothing'],
])('a folder called %s, which %s, is called as it is spelled', (name) => {
  expect(nameOf(`${name}/`)).toBe(name)
})
