import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { domains } from '../accounts/partner-domains.ts'
import { packageRoot } from '../package-root.ts'
import { inProcess } from './command.ts'
import { finished } from './test-pod.ts'

const command = join(packageRoot, 'bin/traboule-pod.js')
const aPartner = ['partner', 'add', 'x', '--name', 'X', '--connector', 'bank']
const run = (args: string[], env: Record<string, string> = {}) =>
  inProcess(args, { TRABOULE_LANG: 'en', ...env })
const asProcess = (args: string[]) =>
  finished(
    spawn(process.execPath, [command, ...args], {
      env: { ...process.env, NODE_ENV: 'production', TRABOULE_LANG: 'en' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )

describe('traboule-pod', () => {
  it('explains itself, in French unless told otherwise', async () => {
    expect((await run(['help'])).stdout).toContain('an empty server')
    expect((await run(['help'], { TRABOULE_LANG: 'fr' })).stdout).toContain('un serveur vide')
    expect(await asProcess(['help'])).toEqual(await run(['help']))
    expect(await run(['help'])).toMatchObject({ code: 0, stderr: '' })
    for (const word of ['partner renew <id>', '--replace', 'TRABOULE_LANG', 'TRABOULE_PARTNERS'])
      expect((await run(['help'])).stdout).toContain(word)
  })

  it.each([
    [['serve', '--help'], ['serve']],
    [['partner', 'renew', '-h'], ['partner renew']],
    [['help', 'journal', 'erase'], ['journal erase']],
    [['help', 'import'], ['import']],
    [
      ['citizen', '--help'],
      ['citizen invite', 'citizen add', 'citizen reset', 'citizen quota'],
    ],
  ])('%j is about %j alone, and says where the server is', async (args, names) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const told = stdout.split('\n').filter((line) => line.startsWith('  traboule-pod '))
    expect(told).toHaveLength(names.length)
    for (const [at, name] of names.entries()) expect(told[at]).toContain(`  traboule-pod ${name} `)
    expect(stdout).toContain('--base-url')
    expect(stdout.includes('--sign-up')).toBe(names.includes('serve'))
  })

  it.each([
    [['srve'], /^ {2}traboule-pod demo, serve, status, help, citizen invite, /],
    [['serve', '--wings'], /^ {2}traboule-pod serve .*$/],
    [['export', 'x'], /^ {2}traboule-pod export <pod> <folder>$/],
    [['import', 'backup', './x', 'y'], /^ {2}traboule-pod import <pod> <folder> .*$/],
    [['citizen', 'ad'], /^( {2}traboule-pod citizen .*\n?){4}$/],
  ])('says how to write %j and no other', async (args, how) => {
    const told = (await run(args)).stderr.split('\n').filter((line) => line.startsWith('  traboule-pod '))
    expect(told.join('\n')).toMatch(how)
  })

  it.each([
    [['srve'], 'Unknown command: srve'],
    [['help', 'erase'], 'Unknown command: erase'],
    [['citizen', 'ad', 'x'], 'Unknown command: citizen ad'],
    [['serve', 'now'], 'A word too many: now'],
    [['serve', '--wings'], 'Unknown or incomplete option: --wings'],
    [['citizen', 'add'], '<name>, --email missing:'],
    [['citizen', 'add', 'x'], '--email missing:'],
    [['export', 'x'], '<folder> missing.'],
    [['restore'], '<file> missing.'],
    [['partner', 'add', 'x'], '--name, --connector missing:'],
    [['partner', 'add', '--name', 'X', '--connector', 'bank'], '<id> missing:'],
    [[...aPartner, '--return', 'http://bank.example/'], 'The return address must be a whole https address'],
    [['partner', 'return', 'x'], '<address> missing.'],
    [
      ['partner', 'return', 'x', 'https://bank.example/?a=b'],
      'The return address must be a whole https address',
    ],
    [[], 'traboule-pod <command>'],
  ])('says what is wrong with %j first, then how to call it, and exits 1', async (args, first) => {
    const { code, stderr, stdout } = await run(args)
    if (args.length === 0) expect(await asProcess(args)).toEqual({ code, stderr, stdout })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stderr.split('\n')[0]).toMatch(new RegExp(`^${first}`))
    expect(stderr).toContain('traboule-pod')
  })

  it('names the connector that is none, and complains of nothing that was given', async () => {
    const all = Object.keys(domains).join(', ')
    const partner = ['partner', 'add', 'autre', '--name', 'Autre', '--connector', 'coal']
    expect(await run(partner)).toEqual({
      code: 1,
      stdout: '',
      stderr: `"coal" is not a connector (${all}).\n`,
    })
    expect((await run(partner, { TRABOULE_LANG: 'fr' })).stderr).toBe(
      `« coal » n’est pas un connecteur (${all}).\n`,
    )
  })

  it.each([
    ['electricity,coal', '"coal" is not a connector'],
    ['electricity,', '"" is not a connector'],
    ['electricity,water', 'these several (electricity: energy, water: water): register it once for each'],
  ])('refuses the connectors %s', async (connectors, why) => {
    const { code, stderr } = await run(['partner', 'add', 'autre', '--name', 'X', '--connector', connectors])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(why) })
  })
})
