import { PodError } from '../errors.ts'

export const notWritable = (dataFolder: string, cause: unknown): PodError =>
  new PodError(
    'folder-not-writable',
    {
      fr: `Le dossier de données ${dataFolder} ne peut pas être écrit : choisissez-en un autre avec --data.`,
      en: `The data folder ${dataFolder} cannot be written: choose another with --data.`,
    },
    { cause },
  )

/** `holder`: the number of the process that serves the folder, where it is known. */
export const folderInUse = (dataFolder: string, holder: string, cause: unknown): PodError =>
  new PodError(
    'folder-in-use',
    {
      fr: `Un autre serveur (processus ${holder || 'inconnu'}) se sert du dossier ${dataFolder} : arrêtez-le, ou choisissez un autre dossier avec --data.`,
      en: `Another server (process ${holder || 'unknown'}) uses the folder ${dataFolder}: stop it, or choose another folder with --data.`,
    },
    { cause },
  )

/** Earlier versions kept pods as files. */
export const oldLayout = (dataFolder: string): PodError =>
  new PodError('old-layout', {
    fr: `Le dossier ${dataFolder} est d’une version plus ancienne, que celle-ci ne sait pas lire : supprimez-le, ou choisissez-en un autre avec --data.`,
    en: `The folder ${dataFolder} is of an older version, which this one cannot read: delete it, or choose another with --data.`,
  })
