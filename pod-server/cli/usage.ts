import type { Bilingual } from '../bilingual.ts'
import { PodError } from '../errors.ts'

export const usage: Bilingual = {
  fr: `traboule-pod <commande>

  demo      toute la démonstration : citoyens, partenaires, données
  serve     un serveur vide ; une ligne dit quand il est prêt
  status    ce qu’il y a, en chiffres, serveur en marche ou arrêté
  help      cette page

Serveur en marche :
  citizen invite [--email <e-mail>]
            un lien par lequel une personne crée son compte et son espace, et choisit tout ;
            il vaut une fois, 14 jours ; avec --email, par un e-mail
  citizen add <nom> --email <e-mail> [--password <12 caractères ou plus>]
            un compte et son espace ; le mot de passe est affiché s’il n’est pas donné
  citizen reset <nom ou e-mail>
            un lien par lequel un citoyen choisit un nouveau mot de passe ; il vaut une fois,
            une demi-heure, et une ligne du journal de son espace le dit
  citizen quota <nom> <taille>
            combien de place peut prendre un espace (2Go, 500Mo)
  partner add <id> --name <nom> --connector bank|gas|… [--return <adresse>]
                   [--rate <par seconde>/<d’un coup>]
            un partenaire ; ses identifiants vont dans <données>/partners/<id>.json ;
            --return : où son espace client reprend un citoyen qui l’a connecté (https) ;
            --rate : combien de demandes il peut faire (200/5000)
  partner renew <id>
            de nouveaux identifiants pour un partenaire ; les anciens ne valent plus
  keys renew tokens|webhooks|receipts
            une nouvelle clé de signature ; personne n’est déconnecté
  app add <adresse de son Client ID Document>
            une application d’un tiers ; elle ne peut demander que ce qu’il dit maintenant

Serveur en marche ou arrêté, comme l’utilisateur à qui est le dossier de données :
  backup <fichier>
            tout dans un fichier, sauf les identifiants des partenaires (partner renew)
  export <nom> <dossier>
            un espace en fichiers (Turtle, PDF…), avec une page qui les explique ;
            une ligne du journal de son citoyen le dit
  journal verify [<nom>] [--against <fichier>]
            si les journaux des accès sont tels qu’ils ont été écrits ; sinon, où ;
            --against : et s’ils sont sous les empreintes que quelqu’un a gardées
            de <adresse>/.journal/roots

Partout, sans serveur si les clés sont dans un fichier :
  receipt verify <fichier> [--keys <fichier ou adresse>]
            si un reçu, ou la preuve d’un effacement, est signé par un serveur ;
            les clés sont à <adresse>/.keys/receipts

Serveur arrêté :
  restore <fichier> [--replace]
            une sauvegarde dans un dossier de données sans espaces ; avec --replace,
            à la place de ce qui y est, gardé dans <données>/replaced-…
  import <nom> <dossier> --email <e-mail> [--password <12 caractères ou plus>]
            un espace exporté, à la même adresse, et un nouveau compte pour lui
  journal erase <nom> <ressource>
            ce que le journal d’un espace dit d’une ressource, ou de tout un dossier
            (« / » à la fin), effacé pour de bon ; le reste se vérifie encore

  --port 3000         port d’écoute                            TRABOULE_PORT
  --host 127.0.0.1    interface d’écoute                       TRABOULE_HOST
  --base-url <url>    adresse publique des comptes et des pods TRABOULE_BASE_URL
  --app-origin <url>  adresse des applications, avec {app}     TRABOULE_APP_ORIGIN
  --data ./data       dossier de données                       TRABOULE_DATA
  --tls-key, --tls-cert  fichiers PEM, pour servir en https     TRABOULE_TLS_KEY, TRABOULE_TLS_CERT
  --log error         error, warn, info, verbose ou debug      TRABOULE_LOG
  --limits <fichier>  limites, en JSON (pod-server/README.md)  TRABOULE_LIMITS
  --sign-up invited   invited ou open : qui crée un compte     TRABOULE_SIGN_UP
                      (open par défaut sur cette machine)
  --password          mot de passe d’un nouveau compte         TRABOULE_PASSWORD

  TRABOULE_LANG=en    en anglais
  TRABOULE_SMTP_URL   smtps://nom:mot-de-passe@serveur, d’où partent les lettres
  TRABOULE_MAIL_FROM  de qui, comme « Traboule <ne-pas-repondre@exemple.fr> »
  TRABOULE_PARTNERS   où traboule-connect lit les identifiants des partenaires

  Sortie : 0 tout va bien, 1 mauvaise commande ou mauvais réglage, 2 échec.`,
  en: `traboule-pod <command>

  demo      the whole demonstration: citizens, partners, data
  serve     an empty server; one line says when it is ready
  status    what there is, in numbers, the server running or stopped
  help      this page

With the server running:
  citizen invite [--email <e-mail>]
            a link by which a person makes their account and pod, and chooses everything;
            good once, for 14 days; with --email, by an e-mail
  citizen add <name> --email <e-mail> [--password <12 characters or more>]
            an account and its pod; the password is shown where none is given
  citizen reset <pod or e-mail>
            a link by which a citizen chooses a new password; good once, for half an hour,
            and a line in the log of the pod says so
  citizen quota <pod> <size>
            how much room a pod may take (2GB, 500MB)
  partner add <id> --name <name> --connector bank|gas|… [--return <address>]
                   [--rate <a second>/<at once>]
            a partner; its credentials go into <data>/partners/<id>.json;
            --return: where its customer space takes back who connected it (https);
            --rate: how many requests it may make (200/5000)
  partner renew <id>
            new credentials for a partner; the old ones are worth nothing then
  keys renew tokens|webhooks|receipts
            a new signing key; nobody is logged out
  app add <address of its Client ID document>
            somebody else’s app; it can ask for no more than what that says now

With the server running or stopped, as the user whom the data folder belongs to:
  backup <file>
            everything into one file, but for the partners’ credentials (partner renew)
  export <pod> <folder>
            one pod as files (Turtle, PDF…), with a page that explains them;
            a line in the log of its citizen says so
  journal verify [<pod>] [--against <file>]
            whether the access logs are as they were written; where they are not;
            --against: and whether they are below the roots that somebody kept
            of <address>/.journal/roots

Anywhere, without a server where the keys are in a file:
  receipt verify <file> [--keys <file or address>]
            whether a server signed a receipt, or the proof of an erasure;
            the keys are at <address>/.keys/receipts

With the server stopped:
  restore <file> [--replace]
            a back-up into a data folder without pods; with --replace, in the place of
            what is there, which is kept in <data>/replaced-…
  import <pod> <folder> --email <e-mail> [--password <12 characters or more>]
            an exported pod, at the same address, and a new account for it
  journal erase <pod> <resource>
            what the access log of a pod says of a resource, or of a whole folder
            (with a "/" at its end), erased for good; the rest still verifies

  --port 3000         port to listen on                        TRABOULE_PORT
  --host 127.0.0.1    interface to listen on                   TRABOULE_HOST
  --base-url <url>    public address of accounts and pods      TRABOULE_BASE_URL
  --app-origin <url>  address of the apps, with {app}          TRABOULE_APP_ORIGIN
  --data ./data       data folder                              TRABOULE_DATA
  --tls-key, --tls-cert  PEM files, to serve by https           TRABOULE_TLS_KEY, TRABOULE_TLS_CERT
  --log error         error, warn, info, verbose or debug      TRABOULE_LOG
  --limits <file>     limits, in JSON (pod-server/README.md)   TRABOULE_LIMITS
  --sign-up invited   invited or open: who makes an account    TRABOULE_SIGN_UP
                      (open by default on this machine)
  --password          password of a new account                TRABOULE_PASSWORD

  TRABOULE_LANG=en    in English
  TRABOULE_SMTP_URL   smtps://name:password@server, which sends the letters
  TRABOULE_MAIL_FROM  from whom, such as "Traboule <no-reply@example.org>"
  TRABOULE_PARTNERS   where traboule-connect reads the partners’ credentials

  Exit: 0 all is well, 1 bad command or setting, 2 failure.`,
}

/** What is wrong with the command line, in the first line, and how to write it. */
export function misused({ fr, en }: Bilingual, cause?: unknown): PodError {
  const sentence = { fr: `${fr}\n\n${usage.fr}`, en: `${en}\n\n${usage.en}` }
  return new PodError('bad-usage', sentence, { cause })
}
