import { describe, expect, it } from 'vitest'
import { UsageError } from '../cli/io.ts'
import { readSyncConfig, syncConfig } from './config.ts'
import { isFilePattern, readingsOf } from './file-pattern.ts'

const good = `partner: ma-banque
folder: exports   # each night
files: '{customer}.ofx'
connections: ../customers.json
`

describe('the configuration of a daily run', () => {
  it('says the least, and the rest is as usual', () => {
    expect(syncConfig(good, '/srv/bank/ma-banque.yaml')).toEqual({
      partner: 'ma-banque',
      folder: '/srv/bank/exports',
      files: '{customer}.ofx',
      connections: '/srv/customers.json',
      connector: undefined,
      concurrency: 8,
      ledger: '/srv/bank/ma-banque.ledger.jsonl',
    })
    const more = `${good}connector: bank\nconcurrency: 32\n`
    expect(syncConfig(more, '/srv/a.yml')).toMatchObject({ connector: 'bank', concurrency: 32 })
  })

  it.each([
    ['a key that nobody knows', `${good}retries: 3\n`, 5],
    ['a key said twice', `${good}partner: b\n`, 5],
    ['a key that is missing', good.replace(/connections.*/, ''), 1],
    ['a list', `${good}connector: [bank]\n`, 5],
    ['nothing', `${good}connector:\n`, 5],
    ['what another line says', `${good.replace('ma-banque', '&a ma-banque')}connector: *a\n`, 5],
    ['no pattern', good.replace('{customer}', 'all'), 3],
    ['a pattern out of the folder', good.replace('{customer}', '../{customer}'), 3],
    ['more at once than is kind', `${good}concurrency: 33\n`, 5],
    ['half a citizen at once', `${good}concurrency: 0.5\n`, 5],
    ['what is no YAML', `${good}"\n`, 5],
    ['a list alone', '- a\n', 1],
    ['nothing at all', '', 1],
  ])('is refused with %s, with its line', (_, text, line) => {
    expect(() => syncConfig(text, '/srv/a.yaml')).toThrow(UsageError)
    expect(() => syncConfig(text, '/srv/a.yaml')).toThrow(`line ${line}:`)
  })
})

it('is a file, and neither a folder nor nothing', async () => {
  await expect(readSyncConfig('/')).rejects.toThrow('/ is a folder; a file is needed.')
  await expect(readSyncConfig('/none.yaml')).rejects.toThrow('No such file: /none.yaml')
})

describe('the name of a file', () => {
  it.each([
    ['{customer}.ofx', 'c-1.ofx', ['c-1']],
    ['{customer}.ofx', 'a.b.ofx', ['a.b']],
    ['{customer}.ofx', 'c-1.csv', []],
    ['{customer}.ofx', '.ofx', []],
    ['aa{customer}aa', 'aaa', []],
    ['releve_{customer}_*.ofx', 'releve_c-1_2026.ofx', ['c-1']],
    ['releve_{customer}_*.ofx', 'releve_c_1_2026.ofx', ['c', 'c_1']],
    ['releve_{customer}_*.ofx', 'releve_.ofx', []],
    ['*-{customer}', '2026-11-c1', ['11-c1', 'c1']],
    ['{customer}*.csv', 'c12.csv', ['c', 'c1', 'c12']],
  ])('%s: %s is of %j', (pattern, name, customers) => {
    expect(readingsOf(pattern)(name)).toEqual(customers)
  })

  it.each(['*.ofx', '{customer}-{customer}', 'a/{customer}', '{customer}**', '*{customer}*'])(
    '%s is no pattern',
    (text) => expect(isFilePattern(text)).toBe(false),
  )

  it('takes no time to be read, whatever it is', () => {
    const start = process.cpuUsage()
    readingsOf('*a{customer}a')(`${'a'.repeat(254)}b`)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500)
  })
})
