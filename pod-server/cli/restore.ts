import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Bilingual, pick } from '../bilingual.ts'
import { type Backup, BackupError, type BackupErrorCode, readBackup } from '../engine/sqlite/backup-format.ts'
import { inventory } from '../engine/sqlite/inventory.ts'
import { PodError } from '../errors.ts'
import { makeDataFolder } from '../server/data-folder.ts'
import { engineFile } from '../server/engine-file.ts'
import { stopServerFirst } from '../server/folder-errors.ts'
import { holdFolder } from '../server/folder-lock.ts'
import { isHalfRestored } from '../server/half-restored.ts'
import { type Replaced, replaceContents } from '../server/replace-contents.ts'
import type { Command } from './command.ts'
import { explain, explained } from './explained.ts'
import { megabytes, minute, pods } from './figures.ts'
import { partnersToRenew } from './partners-to-renew.ts'
import { allWords, fileWord, pathOf } from './words.ts'

/** A back-up into a data folder that holds no pods, or with `--replace` in the place of those; the server is stopped. */
export async function restore({ settings, words, switches, print }: Command): Promise<void> {
  const { dataFolder } = settings
  const [word] = allWords(words, [fileWord])
  const source = pathOf(word)
  // All that can be refused is, before anything of the folder is changed; first that it is in use, which stays so.
  const found = await explained(source, () => stat(source))
  if (!found.isFile()) throw explain(source, { code: 'EISDIR' })
  const read = await readable(source)
  await makeDataFolder(dataFolder)
  const letGo = await holdFolder(dataFolder, stopServerFirst)
  let replaced: Replaced
  let toRenew: string[]
  try {
    if (!switches.has('replace')) assertNoPods(dataFolder, source)
    replaced = await explained(dataFolder, () => replaceContents(dataFolder, source, read.files))
    toRenew = await partnersToRenew(dataFolder)
  } finally {
    await letGo()
  }
  for (const line of report(read, found.size, dataFolder, replaced)) print(pick(line))
  const address = read.files['address']?.trim()
  const where = `${address ? `--base-url ${address} ` : ''}--data ${dataFolder}`
  for (const id of toRenew)
    print(
      pick({
        fr: `Le partenaire ${id} n’a pas ici d’identifiants qui vaillent : serveur en marche, traboule-pod partner renew ${id} ${where}`,
        en: `The partner ${id} has no credentials here that work: with the server running, traboule-pod partner renew ${id} ${where}`,
      }),
    )
}

async function readable(source: string): Promise<Backup> {
  try {
    return readBackup(source)
  } catch (cause) {
    if (!(cause instanceof BackupError)) throw explain(source, cause)
    const { fr, en } = refusals[cause.code]
    throw new PodError('not-a-backup', { fr: `${source} : ${fr}`, en: `${source}: ${en}` }, { cause })
  }
}

const refusals: Readonly<Record<BackupErrorCode, Bilingual>> = {
  'not-a-backup': {
    fr: 'ce n’est pas une sauvegarde de Traboule ; donnez un fichier fait par traboule-pod backup.',
    en: 'this is not a back-up of Traboule; give a file made by traboule-pod backup.',
  },
  'server-database': {
    fr: 'c’est la base d’un serveur, pas une sauvegarde ; faites-en une avec traboule-pod backup.',
    en: 'this is a server’s database, not a back-up; make one with traboule-pod backup.',
  },
  'other-version': {
    fr: 'cette sauvegarde vient d’une autre version de Traboule ; rétablissez-la avec la version qui l’a faite.',
    en: 'this back-up is of another version of Traboule; restore it with the version that made it.',
  },
  damaged: {
    fr: 'cette sauvegarde est abîmée ou incomplète ; prenez-en une autre.',
    en: 'this back-up is damaged or incomplete; take another one.',
  },
}

/** @throws PodError `holds-pods`; what cannot be read counts as held. */
function assertNoPods(dataFolder: string, source: string): void {
  // What a restore that was cut off has left is what the next one is for; what was there before is kept aside.
  if (!existsSync(engineFile(dataFolder)) || isHalfRestored(dataFolder)) return
  let count: number | undefined
  try {
    count = inventory(engineFile(dataFolder)).pods
  } catch {
    // Damaged, or closed to this user: somebody's all the same.
  }
  if (count === 0) return
  const held =
    count === undefined ? { fr: 'une base illisible', en: 'a database that cannot be read' } : pods(count)
  throw new PodError('holds-pods', {
    fr: `Le dossier ${dataFolder} contient déjà ${held.fr} : rien n’a été changé. Choisissez un autre dossier avec --data, ou remplacez-les : traboule-pod restore ${source} --replace --data ${dataFolder}`,
    en: `The folder ${dataFolder} holds ${held.en} already: nothing was changed. Choose another folder with --data, or replace what is there: traboule-pod restore ${source} --replace --data ${dataFolder}`,
  })
}

function report(read: Backup, bytes: number, dataFolder: string, { aside, erased }: Replaced): Bilingual[] {
  const [held, size] = [pods(read.pods), megabytes(bytes)]
  const made = read.made && minute(read.made)
  const lines = [
    {
      fr: `${held.fr}, ${size.fr}, sauvegarde ${made ? `du ${made}` : 'sans date'} : dans ${dataFolder}`,
      en: `${held.en}, ${size.en}, back-up ${made ? `of ${made}` : 'without a date'}: in ${dataFolder}`,
    },
  ]
  const address = read.files['address']?.trim()
  if (address)
    lines.push({
      fr: `À servir à la même adresse qu’avant : ${address}`,
      en: `To be served at the same address as before: ${address}`,
    })
  lines.push({
    fr: 'Toutes les connexions d’avant sont fermées, celles des applications aussi : chacun se connecte de nouveau.',
    en: 'All log-ins of before have ended, those of apps too: everybody logs in again.',
  })
  if (erased !== 0)
    lines.push(
      erased === undefined
        ? {
            fr: 'Ce qui y était est illisible : les espaces effacés depuis la sauvegarde sont revenus avec elle, et personne ne sait plus lesquels.',
            en: 'What was there cannot be read: pods erased since the back-up have come back with it, and nobody knows any more which.',
          }
        : {
            fr: `Espaces effacés depuis la sauvegarde, qui ne reviennent pas avec elle : ${erased}`,
            en: `Pods erased since the back-up, which do not come back with it: ${erased}`,
          },
    )
  if (aside)
    lines.push({
      fr: `Ce qui y était est gardé dans ${aside} ; effacez-le quand vous n’en aurez plus besoin.`,
      en: `What was there is kept in ${aside}; delete it when you need it no more.`,
    })
  return lines
}
