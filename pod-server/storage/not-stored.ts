import { HttpError } from '@solid/community-server'
import type { EngineError } from '../engine/errors.ts'

/** How the storage's failure is told, whoever asked for what: without its words, which name folders of the machine. */
export const notStored = (cause: EngineError): HttpError =>
  new HttpError(
    507,
    'InsufficientStorageHttpError',
    'Le serveur ne peut rien enregistrer, et rien n’a été écrit : c’est à son opérateur d’agir ; réessayez plus tard. / The server can store nothing now, and nothing was written. Its operator has to act; try again later.',
    { cause },
  )

/** What is wrong with the storage, for the log. */
export const reasonOf = ({ cause, code }: EngineError): string => `the storage: ${cause ?? code}`
