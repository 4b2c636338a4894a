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

/** A server that cannot write down what it does does nothing. `reason`: what SQLite says of it. */
export const takesNoWrites = (dataFolder: string, reason: unknown, cause: unknown): PodError =>
  new PodError(
    'storage-failed',
    {
      fr: `Le serveur ne peut rien enregistrer dans ${dataFolder} (${reason}) : faites de la place sur le disque, ou vérifiez-le, puis redémarrez le serveur.`,
      en: `The server can store nothing in ${dataFolder} (${reason}): make room on the disk, or check it, then start the server again.`,
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

/** A server whose lock somebody has taken away: it does not know what the next one writes. */
export const folderLost = (dataFolder: string): PodError =>
  new PodError('folder-in-use', {
    fr: `Le verrou ${dataFolder}/server.lock a disparu sous le serveur, qui s’est donc arrêté : un autre pourrait écrire dans ce dossier. Ne supprimez pas ce fichier, et redémarrez le serveur.`,
    en: `The lock ${dataFolder}/server.lock was taken away from under the server, which has stopped: another could write to this folder. Leave that file alone, and start the server again.`,
  })

/** For a command that needs the folder to itself, and will have it once the server is stopped. */
export const stopServerFirst = (dataFolder: string, holder: string, cause: unknown): PodError =>
  new PodError(
    'folder-in-use',
    {
      fr: `Un autre serveur (processus ${holder || 'inconnu'}) se sert du dossier ${dataFolder} : arrêtez-le, puis relancez cette commande.`,
      en: `Another server (process ${holder || 'unknown'}) uses the folder ${dataFolder}: stop it, then run this again.`,
    },
    { cause },
  )

/** Where a command that works on pods finds none. `isThere`: the folder is, but without them. */
export const noPods = (dataFolder: string, isThere: boolean): PodError =>
  new PodError(
    'not-found',
    isThere
      ? {
          fr: `Le dossier ${dataFolder} ne contient aucun espace : donnez avec --data celui d’un serveur qui a démarré au moins une fois.`,
          en: `The folder ${dataFolder} holds no pods: give with --data that of a server which has started at least once.`,
        }
      : {
          fr: `Il n’y a pas de dossier de données ${dataFolder} : donnez avec --data celui d’un serveur qui a démarré au moins une fois.`,
          en: `There is no data folder ${dataFolder}: give with --data that of a server which has started at least once.`,
        },
  )

export const notReadable = (dataFolder: string, cause: unknown): PodError =>
  new PodError(
    'folder-not-readable',
    {
      fr: `Le dossier de données ${dataFolder} est fermé à cet utilisateur : lancez la commande comme l’utilisateur qui fait tourner le serveur.`,
      en: `The data folder ${dataFolder} is closed to this user: run the command as the user who runs the server.`,
    },
    { cause },
  )

/** Earlier versions kept pods as files. */
export const oldLayout = (dataFolder: string): PodError =>
  new PodError('old-layout', {
    fr: `Le dossier ${dataFolder} est d’une version plus ancienne, que celle-ci ne sait pas lire : supprimez-le, ou choisissez-en un autre avec --data.`,
    en: `The folder ${dataFolder} is of an older version, which this one cannot read: delete it, or choose another with --data.`,
  })
