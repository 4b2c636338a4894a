import { describe, expect, it } from 'vitest'
import { texts } from '../error-texts.ts'
import type { ConnectorErrorCode } from '../errors.ts'
import { judge, signalsAfter, toldToCitizen } from './judgement.ts'

const failed = (customer: string, code: ConnectorErrorCode, signals = 1) => ({ customer, code, signals })

describe('who must act', () => {
  it('is nobody after one signal, whatever it is', () => {
    for (const code of Object.keys(texts) as ConnectorErrorCode[]) {
      for (const { who } of judge([failed('a', code)])) expect([code, who]).toEqual([code, 'nobody'])
    }
  })

  it.each([
    ['a server silent to two citizens', [failed('a', 'server-busy'), failed('b', 'server-busy')], 'us'],
    ['a server silent in two runs', [failed('a', 'server-busy', 2)], 'us'],
    [
      'two citizens’ files that nobody can read',
      [failed('a', 'malformed'), failed('b', 'malformed')],
      'partner',
    ],
    ['a layout that two files have', [failed('a', 'unknown-layout', 2)], 'us'],
    ['credentials refused twice', [failed('a', 'login-refused'), failed('b', 'login-refused')], 'you'],
    ['two pods without room', [failed('a', 'pod-full'), failed('b', 'pod-full')], 'citizen'],
  ] as const)('is told after two: %s', (_, failures, who) => {
    expect(judge(failures)).toMatchObject([{ who }])
  })

  it('is not told by two files of one citizen that one silence kept', () => {
    expect(judge([failed('a', 'server-busy'), failed('a', 'server-busy')])).toMatchObject([{ who: 'nobody' }])
  })

  it('is not told by two failures that differ', () => {
    expect(judge([failed('a', 'malformed'), failed('b', 'truncated')]).map(({ who }) => who)).toEqual([
      'nobody',
      'nobody',
    ])
  })

  it('is never asked of who closed the door, nor of who stopped the run', () => {
    expect(judge([failed('a', 'not-allowed', 9), failed('b', 'interrupted', 9)])).toEqual([])
  })

  it('is said to the citizen, in both languages', () => {
    for (const { fr, en } of Object.values(toldToCitizen)) expect(fr).not.toBe(en)
  })
})

describe('a signal', () => {
  const before = { code: 'malformed', sha256: 'one', signals: 2 }
  it('is counted again for other bytes, or another run’s silence, and not for the same bytes', () => {
    expect(signalsAfter(undefined, { code: 'malformed', sha256: 'one', isOfFile: true })).toBe(1)
    expect(signalsAfter(before, { code: 'malformed', sha256: 'one', isOfFile: true })).toBe(2)
    expect(signalsAfter(before, { code: 'malformed', sha256: 'two', isOfFile: true })).toBe(3)
    expect(signalsAfter(before, { code: 'truncated', sha256: 'two', isOfFile: true })).toBe(1)
    const silent = { code: 'server-busy', sha256: 'one', signals: 1 }
    expect(signalsAfter(silent, { code: 'server-busy', sha256: 'one', isOfFile: false })).toBe(2)
  })
})
