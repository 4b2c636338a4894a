import type { Bilingual } from '../bilingual.ts'
import { PodError } from '../errors.ts'

export const usage: Bilingual = {
  fr: `traboule-pod <commande>

  demo                              toute la démonstration : citoyens, partenaires, données
  serve                             un serveur vide ; une ligne dit quand il est prêt
  citizen add <nom> --email <e-mail> [--password <mot de passe>]
  partner add <id> --name <nom> --connector bank|electricity
  backup <fichier>                  tout dans un fichier, pendant que le serveur sert
  restore <fichier>                 le contraire ; le serveur est arrêté
  export <pod> <dossier>            un pod en fichiers (Turtle, PDF…)
  import <pod> <dossier>            le contraire ; le serveur est arrêté
  status                            ce qu’il y a, en chiffres
  help

  --port 3000         port d’écoute                            TRABOULE_PORT
  --host 127.0.0.1    interface d’écoute                       TRABOULE_HOST
  --base-url <url>    adresse publique des comptes et des pods TRABOULE_BASE_URL
  --app-origin <url>  adresse des applications, avec {app}     TRABOULE_APP_ORIGIN
  --data ./data       dossier de données                       TRABOULE_DATA
  --log error         error, warn, info, verbose ou debug      TRABOULE_LOG

  Sortie : 0 tout va bien, 1 mauvaise commande ou mauvais réglage, 2 échec.`,
  en: `traboule-pod <command>

  demo                              the whole demonstration: citizens, partners, data
  serve                             an empty server; one line says when it is ready
  citizen add <name> --email <e-mail> [--password <password>]
  partner add <id> --name <name> --connector bank|electricity
  backup <file>                     everything into one file, while the server serves
  restore <file>                    the way back; the server is stopped
  export <pod> <folder>             one pod as files (Turtle, PDF…)
  import <pod> <folder>             the way back; the server is stopped
  status                            what there is, in numbers
  help

  --port 3000         port to listen on                        TRABOULE_PORT
  --host 127.0.0.1    interface to listen on                   TRABOULE_HOST
  --base-url <url>    public address of accounts and pods      TRABOULE_BASE_URL
  --app-origin <url>  address of the apps, with {app}          TRABOULE_APP_ORIGIN
  --data ./data       data folder                              TRABOULE_DATA
  --log error         error, warn, info, verbose or debug      TRABOULE_LOG

  Exit: 0 all is well, 1 bad command or setting, 2 failure.`,
}

/** What is wrong with the command line, in the first line, and how to write it. */
export function misused({ fr, en }: Bilingual, cause?: unknown): PodError {
  const sentence = { fr: `${fr}\n\n${usage.fr}`, en: `${en}\n\n${usage.en}` }
  return new PodError('bad-usage', sentence, { cause })
}
