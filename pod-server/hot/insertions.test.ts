import { describe, expect, it } from 'vitest'
import type { Stored, Writer } from '../engine/PodEngine.ts'
import { basisOfAll, groupsByWriter } from './insertions.ts'

const stored: Stored = {
  path: 'alice/d',
  isContainer: false,
  version: 7,
  modified: 0,
  contentType: 'text/turtle',
  metadata: '',
  size: 1,
  encoding: 'identity',
}
const decided = (by: Writer, decidedBy: readonly (readonly [string, number])[] = [], was?: Stored) => ({
  it: { allowed: { stored: was, decidedBy: new Map(decidedBy), by } },
})

describe('insertions that come together', () => {
  const bank = { webId: 'https://bank.example/#me', client: 'connector' }
  const groups = (...writers: Writer[]) =>
    groupsByWriter(writers.map((by) => decided(by))).map((it) => it.length)

  it('are one commit when they are of one writer, whatever they were allowed by', () => {
    expect(groups(bank, { ...bank, mode: 'append', rules: ['https://r.example/#1'] }, bank)).toEqual([3])
    expect(groups({}, {})).toEqual([2])
  })

  it('are not when another has written, by another client, or as nobody', () => {
    expect(groups(bank, { ...bank, webId: 'https://other.example/#me' })).toEqual([1, 1])
    expect(groups(bank, { ...bank, client: 'other' })).toEqual([1, 1])
    expect(groups(bank, { webId: bank.webId })).toEqual([1, 1])
    expect(groups(bank, {})).toEqual([1, 1])
  })

  it('keep the order in which they came', () => {
    const other = { ...bank, client: 'other' }
    const all = [bank, bank, other, bank].map((by) => decided(by))
    expect(groupsByWriter(all)).toEqual([[all[0], all[1]], [all[2]], [all[3]]])
  })
})

describe('what insertions were decided by', () => {
  const rules = ['alice/.acl', 3] as const
  const group = ['alice/friends', 5] as const

  it('is all that each was', () => {
    const all = [decided({}, [rules], stored), decided({}, [rules, group], { ...stored, version: 6 })]
    expect(basisOfAll(all, stored)).toEqual(new Map([rules, group]))
  })

  it('is nothing when two were decided by other versions of one document, or by there being none', () => {
    for (const version of [4, 0]) {
      const all = [decided({}, [rules], stored), decided({}, [['alice/.acl', version]], stored)]
      expect(basisOfAll(all, stored)).toBeUndefined()
      expect(basisOfAll(all.reverse(), stored)).toBeUndefined()
    }
  })

  it('is nothing when a document has come or gone since: to make one takes more than to add to it', () => {
    expect(basisOfAll([decided({}, [rules], stored)], undefined)).toBeUndefined()
    expect(basisOfAll([decided({}, [rules])], stored)).toBeUndefined()
    expect(basisOfAll([decided({}, [rules])], undefined)).toEqual(new Map([rules]))
  })
})
