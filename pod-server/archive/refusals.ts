import { PodError } from '../errors.ts'

/** Why an exported folder does not come back; each says what to do. */
export const notAnExport = (folder: string, cause?: unknown): PodError =>
  new PodError(
    'not-an-export',
    {
      fr: `${folder} n’est pas un export entier, avec son manifest.json : donnez le dossier que traboule-pod export a fait, ou refaites l’export.`,
      en: `${folder} is no whole export, with its manifest.json: give the folder that traboule-pod export made, or export again.`,
    },
    { cause },
  )

/** The pod browser reads no rules, so a pod that was made of it would be open to nobody. */
export const citizensCopy = (folder: string): PodError =>
  new PodError('not-an-export', {
    fr: `${folder} est une copie que son citoyen a faite dans son espace : elle ne contient pas les règles d’accès. C’est à lui de la reprendre, dans un espace à lui, à « Copier ou partir ».`,
    en: `${folder} is a copy that its citizen made in their space: it holds no access rules. It is theirs to take back, in a space of theirs, under "Copy or leave".`,
  })

export const otherFormat = (folder: string, format: unknown): PodError => {
  const said = typeof format === 'number' ? String(format) : '?'
  return new PodError('not-an-export', {
    fr: `${folder} vient d’une autre version de Traboule (format ${said}) : importez-le avec elle, ou refaites l’export avec celle-ci.`,
    en: `${folder} is of another version of Traboule (format ${said}): import it with that one, or export again with this one.`,
  })
}

export const otherAddress = (folder: string, from: string, to: string): PodError =>
  new PodError('other-address', {
    fr: `${folder} vient de ${from}, et ce serveur est à l’adresse ${to}. Les documents d’un espace nomment son adresse : il ne revient que sous la même. Importez-le dans un dossier de données servi à ${from} (--base-url, --data).`,
    en: `${folder} comes from ${from}, and this server is at ${to}. The documents of a pod name its address: it comes back under the same one only. Import it into a data folder that is served at ${from} (--base-url, --data).`,
  })

export const otherPod = (folder: string, pod: string, wanted: string): PodError =>
  new PodError('not-an-export', {
    fr: `${folder} est l’espace « ${pod} », pas « ${wanted} » : ses documents le nomment. Importez-le sous son nom : traboule-pod import ${pod} ${folder}, avec --email et --data comme ici.`,
    en: `${folder} is the pod "${pod}", not "${wanted}": its documents name it. Import it under its name: traboule-pod import ${pod} ${folder}, with --email and --data as here.`,
  })

/** `entry`: the address or the file that cannot be taken as it is. */
export const notAsExported = (folder: string, entry: string, cause?: unknown): PodError =>
  new PodError(
    'not-an-export',
    {
      fr: `${folder} n’est plus tel qu’il a été exporté : « ${entry} » ne correspond pas au manifeste. Rien n’a été importé ; reprenez une copie intacte, ou refaites l’export.`,
      en: `${folder} is no longer as it was exported: "${entry}" is not what the manifest says. Nothing was imported; take an untouched copy, or export again.`,
    },
    { cause },
  )

export const noPod = (pod: string): PodError =>
  new PodError('not-found', {
    fr: `Il n’y a pas d’espace « ${pod} » ici : vérifiez le nom, et le dossier de données (--data).`,
    en: `There is no pod "${pod}" here: check the name, and the data folder (--data).`,
  })

export const podExists = (pod: string): PodError =>
  new PodError('already-exists', {
    fr: `L’espace « ${pod} » existe déjà ici : un import ne remplace rien. Choisissez un autre dossier de données (--data), ou revenez à une sauvegarde (restore).`,
    en: `The pod "${pod}" exists here already: an import replaces nothing. Choose another data folder (--data), or go back to a back-up (restore).`,
  })

export const podTooLarge = (pod: string, cause: unknown): PodError =>
  new PodError(
    'storage-failed',
    {
      fr: `L’espace « ${pod} » est plus gros que ce que ce serveur accorde à chacun. Rien n’a été importé.`,
      en: `The pod "${pod}" is larger than what this server grants each. Nothing was imported.`,
    },
    { cause },
  )
