import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { oneDay } from '../journal/log-place.ts'
import { changeFile, copyWithRoots, erasePod, gone, insertLine, writeAnew } from './journal-file.ts'
import type { Scene } from './scene.ts'

/** On the journals that the other tests have left; the server is ended. */
export const journalCommand = (opened: () => Scene) => () => {
  it('finds what was done since the root of a day was made', async () => {
    const { server } = opened()
    const folder = await copyWithRoots(server.dataFolder)
    const after = async (changes: readonly string[]) => {
      changeFile(folder, changes)
      return server.askIn('fr', 'journal', 'verify', '--data', folder)
    }
    const kept = join(folder, 'kept.json')
    const published = await (await fetch(`${server.baseUrl}.journal/roots`)).text()
    const against = async (text: string) => {
      await writeFile(kept, text)
      return server.askIn('fr', 'journal', 'verify', '--data', folder, '--against', kept)
    }
    const shown = await against(published)
    expect(shown.stdout).toMatch(/^L’empreinte gardée est bien celle des journaux d’ici : \d{4}-\d\d-\d\d$/m)
    expect(shown.code).toBe(0)
    const other = await against(published.replace(/"root":"../, '"root":"00'))
    expect(other.stdout).toMatch(/^L’empreinte gardée n’est pas celle qui est ici : \d{4}-\d\d-\d\d$/m)
    expect(other.code).toBe(2)
    expect(await against('{}')).toMatchObject({ code: 2, stderr: expect.stringContaining('.journal/roots') })
    await erasePod(folder, 'bob')
    const erased = await after([])
    expect(erased.stdout).toMatch(
      /^alice .*toutes comme.*^1 espace de l’empreinte du .* n’est plus ici : un a été effacé depuis$/ms,
    )
    expect(erased).toMatchObject({ code: 0, stderr: '' })
    // Whose lines are all of after the last root is below none; the one that is missing tells of it.
    writeAnew(folder, 'banque', Date.now() + 2 * oneDay)
    const anew = await against(published)
    expect(anew.stdout).toMatch(/^banque .*toutes comme.*\n +rien du \d{4}-\d\d-\d\d ni d’avant/m)
    expect(anew.stdout).not.toMatch(/^alice .*\n +rien du/m)
    expect(anew.stdout).toMatch(
      /^2 espaces .*, et un a été effacé depuis : un journal a été supprimé ou récrit$/m,
    )
    expect(anew).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Un journal n’est plus/) })
    for (const [pod, code] of [
      ['banque', 2],
      ['alice', 0],
    ] as const)
      expect(await server.askIn('fr', 'journal', 'verify', pod, '--data', folder)).toMatchObject({ code })
    const cut = await after([
      `UPDATE journal_head SET anchor = 5, anchor_hash = line.hash
      FROM (SELECT hash FROM journal WHERE pod = 'alice' AND number = 5) AS line WHERE pod = 'alice'`,
      "DELETE FROM journal WHERE pod = 'alice' AND number <= 5",
      `INSERT INTO journal SELECT pod, -5, recorded, hash, commitment, salt, entry FROM journal
      WHERE pod = 'banque' AND number = 2`,
    ])
    expect(cut.stdout).toMatch(/^alice +ligne 5 retirée avec celles d’avant/m)
    expect(cut.stdout).toMatch(/^banque +ligne -5 ajoutée ou déplacée$/m)
    expect(cut.code).toBe(2)
    const empty = await after([
      "UPDATE journal_head SET anchor = number, anchor_hash = hash WHERE pod = 'alice'",
      "DELETE FROM journal WHERE pod = 'alice'",
      gone('banque'),
    ])
    expect(empty.stdout).toMatch(/^alice +ligne \d+ retirée avec celles d’avant/m)
    expect(empty.stdout).toMatch(/^banque +un espace sans journal/m)
    expect(empty.stdout).toMatch(/^2 espaces de l’empreinte/m)
    expect(empty.stderr).toMatch(/^2 journaux ne sont plus/)
    expect(empty.code).toBe(2)
    await rm(folder, { recursive: true })
  })

  it('finds what was done to the file', async () => {
    const { server } = opened()
    const sound = await server.run('journal', 'verify')
    expect(sound).toMatchObject({ code: 0, stderr: '' })
    expect(sound.stdout).toMatch(/alice\s.*\d+ lines, all as they were written, \d+ erased/)
    expect(sound.stdout).toMatch(/bob\s.*\d+ lines, all as they were written$/m)
    await server.end('SIGTERM')
    changeFile(server.dataFolder, [
      "UPDATE journal SET entry = replace(entry, 'allowed', 'refused') WHERE pod = 'alice' AND number = 2",
      "DELETE FROM journal WHERE pod = 'bob' AND number = 2",
    ])
    insertLine(server.dataFolder, 'banque', 3)
    const found = await server.askIn('fr', 'journal', 'verify')
    expect(found.code).toBe(2)
    expect(found.stdout).toMatch(/alice.*ligne 2/)
    expect(found.stdout).toMatch(/bob.*ligne 2/)
    // What was slipped in follows what is before it; what comes after it does not follow it.
    expect(found.stdout).toMatch(/^banque +ligne 4 changée/m)
    expect((await server.ask('journal', 'verify', 'nobody')).code).toBe(2)
  })
}
