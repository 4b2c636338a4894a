import { describe, expect, it } from 'vitest'
import {
  accessHash,
  categoryHash,
  documentHash,
  fileHash,
  leaveHash,
  logHash,
  moveHash,
  partnersHash,
  receiptHash,
  recordHash,
  routeOf,
} from './route.ts'

const pods = ['https://pod.example/alice/']

describe('an address of the pod browser', () => {
  it('leads back to the document it was made for', () => {
    const url = 'https://pod.example/alice/data/bank/b/a1/2025-01.ttl'
    expect(routeOf(documentHash(url), pods)).toEqual({ view: 'document', url })
  })
  it('leads to a document with dots in its name', () => {
    const url = 'https://pod.example/alice/notes/rapport..ttl'
    expect(routeOf(documentHash(url), pods)).toEqual({ view: 'document', url })
  })
  it.each([
    'https://evil.example/x.ttl',
    'https://pod.example/alice/notes/..',
    'https://pod.example/alice/..\\\\bob/x.ttl',
    'https://pod.example/alice/../bob/x.ttl',
    'https://pod.example/bob/x.ttl',
    '%E0%A4%A',
    'https://pod.example/alice/%252e%252e/bob/x.ttl',
  ])('never leads to %s', (url) => {
    expect(routeOf(`#document=${url}`, pods)).toEqual({ view: 'have' })
    expect(routeOf(`#record=${url}%23it`, pods)).toEqual({ view: 'have' })
  })
  it('leads back to the record and to the category it was made for', () => {
    const iri = 'https://pod.example/alice/data/bank/b/a1/2025-01.ttl#é/1'
    expect(routeOf(recordHash(iri), pods)).toEqual({ view: 'record', iri })
    expect(routeOf(categoryHash('bank'), pods)).toEqual({ view: 'category', category: 'bank', partner: '' })
    expect(routeOf(categoryHash('à part', 'a/b'), pods)).toEqual({
      view: 'category',
      category: 'à part',
      partner: 'a/b',
    })
    expect(routeOf('#category=%E0%A4%A', pods)).toEqual({ view: 'have' })
  })
  it('knows the log, its days and the receipts', () => {
    expect(routeOf(logHash(), pods)).toEqual({ view: 'log', day: '' })
    expect(routeOf(logHash('2026-11-25'), pods)).toEqual({ view: 'log', day: '2026-11-25' })
    expect(routeOf('#log=../acl', pods)).toEqual({ view: 'have' })
    const id = '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01-2'
    expect(routeOf(receiptHash(), pods)).toEqual({ view: 'receipts', receipt: '' })
    expect(routeOf(receiptHash(id), pods)).toEqual({ view: 'receipts', receipt: id })
    expect(routeOf('#receipts=../acl', pods)).toEqual({ view: 'have' })
  })
  it('knows the partners, where to bring a file, and how to leave', () => {
    expect(routeOf(partnersHash, pods)).toEqual({ view: 'partners' })
    expect(routeOf(fileHash, pods)).toEqual({ view: 'file' })
    expect(routeOf(leaveHash, pods)).toEqual({ view: 'leave', isGuide: false })
    expect(routeOf(moveHash, pods)).toEqual({ view: 'leave', isGuide: true })
    expect(routeOf(`${fileHash}=../acl`, pods)).toEqual({ view: 'have' })
  })
  it.each(['recipient', 'data'] as const)('knows who sees what, by %s', (by) =>
    expect(routeOf(accessHash(by), pods)).toEqual({ view: 'access', by }),
  )
})
