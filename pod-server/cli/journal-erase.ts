import { type Bilingual, pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { eraseForGood } from '../journal/erase-for-good.ts'
import { podsIn, recordedAddress } from '../server/data-folder.ts'
import { stopServerFirst } from '../server/folder-errors.ts'
import { holdFolder } from '../server/folder-lock.ts'
import type { Command } from './command.ts'
import { explained } from './explained.ts'
import { noJournal } from './journal-verify.ts'
import { allWords, podWord } from './words.ts'

const resourceWord: Bilingual = { fr: '<ressource>', en: '<resource>' }

/** What the journal of a pod says of a resource, for good; the server is stopped. */
export async function eraseLines({ settings, words, print }: Command): Promise<void> {
  const { dataFolder } = settings
  const [pod = '', word = ''] = allWords(words, [podWord, resourceWord])
  const file = await podsIn(dataFolder)
  const address = (await recordedAddress(dataFolder)) ?? settings.baseUrl
  const resource = resourceIn(`${address}${pod}/`, word)
  if (resource === undefined) throw elsewhere(word, `${address}${pod}/`)
  const letGo = await holdFolder(dataFolder, stopServerFirst)
  let count: number | undefined
  try {
    count = await explained(file, () => eraseForGood(file, pod, resource.slice(address.length)))
  } finally {
    await letGo()
  }
  if (count === undefined) throw noJournal(pod)
  for (const line of told(count, resource)) print(pick(line))
}

/** The address of a resource of a pod, from its address or what comes after the pod's, as the server writes it. */
function resourceIn(pod: string, word: string): string | undefined {
  if (!URL.canParse(word, pod)) return undefined
  const { href, search, hash } = new URL(word, pod)
  return href.startsWith(pod) && search === '' && hash === '' ? href : undefined
}

const told = (count: number, resource: string): Bilingual[] =>
  count === 0
    ? [
        {
          fr: `Aucune ligne ne nomme ${resource} : rien n’a été effacé.`,
          en: `No line names ${resource}: nothing was erased.`,
        },
      ]
    : [
        {
          fr: `${count > 1 ? `${count} lignes effacées` : 'Une ligne effacée'} : ${resource}`,
          en: `${count > 1 ? `${count} lines erased` : 'One line erased'}: ${resource}`,
        },
        {
          fr: 'Leurs empreintes restent, et le journal se vérifie. Les sauvegardes d’avant disent encore ce que ces lignes disaient.',
          en: 'Their commitments stay, and the journal verifies. Back-ups of before still say what these lines said.',
        },
      ]

const elsewhere = (word: string, pod: string): PodError =>
  new PodError('not-found', {
    fr: `${word} n’est pas une ressource de ${pod} : donnez son adresse, ou ce qui la suit ; un dossier finit par « / ».`,
    en: `${word} is no resource of ${pod}: give its address, or what comes after the pod’s; a folder ends with "/".`,
  })
