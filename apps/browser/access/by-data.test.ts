import { expect, it } from 'vitest'
import type { Grant } from '../../shared/pod/grants.ts'
import { dataRows } from './by-data.ts'

const pod = 'https://pod.example/alice/'
const at = (category: string, partner: string) => `${pod}data/${category}/${partner}/`
const grant = (id: string, kind: Grant['kind'], categories: string[], containers: string[]): Grant => ({
  id,
  kind,
  recipient: { client: id, name: id },
  categories,
  containers,
  partners: Object.fromEntries(containers.map((it) => [it, it.split('/').at(-2) ?? ''])),
  modes: [kind === 'partner' ? 'append' : 'read'],
  since: '2026-11-01T10:00:00Z',
})
const data = (category: string, partner: string) => ({ category, container: at(category, partner) })
const order = ['bank', 'water', 'health']
const brief = (rows: ReturnType<typeof dataRows>) =>
  rows.map(({ category, readers, adders, left }) => [
    category,
    readers.map((it) => it.grant.id),
    adders.map((it) => it.grant.id),
    left,
  ])

it('has each category that there is data of, or that somebody may add, in the citizen’s order', () => {
  const water = grant('waterworks', 'partner', ['water'], [at('water', 'w')])
  const own = data('bank', 'mes_fichiers')
  const rows = dataRows([water], [data('zoo', 'z'), data('bank', 'a'), own], [], order, [pod])
  expect(brief(rows)).toEqual([
    ['bank', [], [], [at('bank', 'a')]],
    ['water', [], ['waterworks'], []],
    ['zoo', [], [], [at('zoo', 'z')]],
  ])
})

it('has whoever may do everything read each, and add to each', () => {
  const all = grant('all', 'app', ['whole-space'], [pod])
  const rows = dataRows([all], [data('bank', 'a'), data('health', 'h')], [], order, [pod])
  expect(rows.map(({ category, readers, adders }) => [category, readers.length, adders.length])).toEqual([
    ['bank', 1, 1],
    ['health', 1, 1],
  ])
  // It is no category of data.
  expect(dataRows([all], [], [], order, [pod])).toEqual([])
})

it('says whose data it is where a grant is not of all', () => {
  const partners = ['a', 'b'].map((it) => grant(it, 'partner', ['bank'], [at('bank', it)]))
  const one = grant('one', 'app', ['bank'], [at('bank', 'a')])
  const both = grant('both', 'app', ['bank'], [at('bank', 'a'), at('bank', 'b')])
  const [row] = dataRows([...partners, one, both], [], [], order, [pod])
  expect(row?.readers.map((it) => it.partners)).toEqual([['a'], []])
})

it('has the rules of other tools in the category that they are in, and those of what is in none by themselves', () => {
  const rule = (container: string) => ({ id: container, agents: ['x'], writes: false, container })
  const rules = ['data/water/w/', 'notes/deep/', '', 'data/', 'inbox/'].map((path) => rule(pod + path))
  const rows = dataRows([], [data('bank', 'a')], rules, order, [pod])
  expect(rows.map(({ category, others }) => [category, others.map(({ container }) => container)])).toEqual([
    ['bank', []],
    ['water', [at('water', 'w')]],
    ['/', [`${pod}notes/deep/`]],
  ])
})

it('has what is in no category last, open to whoever may do everything; nobody is said to have left it', () => {
  const all = grant('all', 'app', ['whole-space'], [pod])
  const found = [{ category: '/', container: `${pod}notes/` }, data('bank', 'a'), data('zoo', 'z')]
  expect(brief(dataRows([all], found, [], order, [pod]))).toEqual([
    ['bank', ['all'], ['all'], [at('bank', 'a')]],
    ['zoo', ['all'], ['all'], [at('zoo', 'z')]],
    ['/', ['all'], ['all'], []],
  ])
})
