import { describe, expect, it } from 'vitest'
import { documentHash, logHash, receiptHash, routeOf } from './route.ts'

const pods = ['https://pod.example/alice/']

describe('an address of the pod browser', () => {
  it('leads back to the document it was made for', () => {
    const url = 'https://pod.example/alice/data/bank/b/a1/2025-01.ttl'
    expect(routeOf(documentHash(url), pods)).toEqual({ view: 'document', url })
  })
  it.each([
    'https://evil.example/x.ttl',
    'https://pod.example/alice/../bob/x.ttl',
    'https://pod.example/bob/x.ttl',
    '%E0%A4%A',
  ])('never leads to %s', (url) => expect(routeOf(`#document=${url}`, pods)).toEqual({ view: 'have' }))
  it('knows the log, its days and the receipts', () => {
    expect(routeOf(logHash(), pods)).toEqual({ view: 'log', day: '' })
    expect(routeOf(logHash('2026-11-25'), pods)).toEqual({ view: 'log', day: '2026-11-25' })
    expect(routeOf('#log=../acl', pods)).toEqual({ view: 'have' })
    const id = '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01-2'
    expect(routeOf(receiptHash(), pods)).toEqual({ view: 'receipts', receipt: '' })
    expect(routeOf(receiptHash(id), pods)).toEqual({ view: 'receipts', receipt: id })
    expect(routeOf('#receipts=../acl', pods)).toEqual({ view: 'have' })
  })
  it('knows who has access, and how to leave', () => {
    expect(routeOf('#access', pods)).toEqual({ view: 'access' })
    expect(routeOf('#leave', pods)).toEqual({ view: 'leave' })
  })
})
