import type { Bilingual } from '../bilingual.ts'
import { PodError } from '../errors.ts'

/** What the system says of a file, in our words: what is wrong, and the next step. */
const sentences: Readonly<Record<string, Bilingual>> = {
  ENOENT: {
    fr: 'introuvable ; vérifiez le chemin',
    en: 'not found; check the path',
  },
  EEXIST: {
    fr: 'existe déjà ; choisissez un autre nom',
    en: 'is there already; choose another name',
  },
  ENOTDIR: {
    fr: 'il y a un fichier là où il faut un dossier ; vérifiez le chemin',
    en: 'there is a file where a folder is needed; check the path',
  },
  EISDIR: {
    fr: 'est un dossier ; il faut un fichier',
    en: 'is a folder; a file is needed',
  },
  EACCES: {
    fr: 'est fermé à cet utilisateur ; changez les droits, ou lancez la commande comme son propriétaire',
    en: 'is closed to this user; change its permissions, or run the command as its owner',
  },
  ENOSPC: {
    fr: 'le disque est plein ; faites de la place, puis relancez la commande',
    en: 'the disk is full; make room, then run this again',
  },
  EROFS: {
    fr: 'le disque n’accepte aucune écriture ; choisissez un autre endroit',
    en: 'the disk takes no writes; choose another place',
  },
  EFBIG: {
    fr: 'le fichier est trop gros pour ce disque ; choisissez un autre endroit',
    en: 'the file is too large for this disk; choose another place',
  },
  SQLITE_BUSY: {
    fr: 'une autre commande s’en sert ; attendez qu’elle finisse, puis relancez celle-ci',
    en: 'another command uses it; wait until it ends, then run this again',
  },
}
const alias: Readonly<Record<string, string>> = {
  EPERM: 'EACCES',
  EDQUOT: 'ENOSPC',
  SQLITE_FULL: 'ENOSPC',
  SQLITE_READONLY: 'EROFS',
  SQLITE_LOCKED: 'SQLITE_BUSY',
}

/** A failure about a file or folder, for the operator. */
export function explain(path: string, cause: unknown): PodError {
  if (cause instanceof PodError) return cause
  const code = (cause as { code?: unknown } | undefined)?.code
  const name = typeof code === 'string' ? (alias[code] ?? code) : ''
  const known = Object.hasOwn(sentences, name) ? sentences[name] : undefined
  const { fr, en } = known ?? {
    fr: `le système ne peut pas le lire ou l’écrire (${name || 'sans code'}) ; vérifiez le disque`,
    en: `the system cannot read or write it (${name || 'no code'}); check the disk`,
  }
  return new PodError('storage-failed', { fr: `${path} : ${fr}.`, en: `${path}: ${en}.` }, { cause })
}

/** Does something about a file or folder. @throws PodError what went wrong, in a sentence. */
export async function explained<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw explain(path, cause)
  }
}
