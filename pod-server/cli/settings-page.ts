import type { Bilingual } from '../bilingual.ts'

/** Where the server and its data are. */
export const where: Bilingual = {
  fr: `  --port 3000         port d’écoute                            TRABOULE_PORT
  --base-url <url>    adresse publique des comptes et des pods TRABOULE_BASE_URL
  --data ./data       dossier de données                       TRABOULE_DATA
  TRABOULE_LANG=en    en anglais
  TRABOULE_PARTNERS   où traboule-connect lit les identifiants des partenaires`,
  en: `  --port 3000         port to listen on                        TRABOULE_PORT
  --base-url <url>    public address of accounts and pods      TRABOULE_BASE_URL
  --data ./data       data folder                              TRABOULE_DATA
  TRABOULE_LANG=en    in English
  TRABOULE_PARTNERS   where traboule-connect reads the partners’ credentials`,
}

/** How a server serves. */
export const serving: Bilingual = {
  fr: `  --host 127.0.0.1    interface d’écoute                       TRABOULE_HOST
  --app-origin <url>  adresse des applications, avec {app}     TRABOULE_APP_ORIGIN
  --tls-key, --tls-cert  fichiers PEM, pour servir en https     TRABOULE_TLS_KEY, TRABOULE_TLS_CERT
  --log error         error, warn, info, verbose ou debug      TRABOULE_LOG
  --limits <fichier>  limites, en JSON (pod-server/README.md)  TRABOULE_LIMITS
  --sign-up invited   invited ou open : qui crée un compte     TRABOULE_SIGN_UP
                      (open par défaut sur cette machine)
  TRABOULE_SMTP_URL   smtps://nom:mot-de-passe@serveur, d’où partent les lettres
  TRABOULE_MAIL_FROM  de qui, comme « Traboule <ne-pas-repondre@exemple.fr> »`,
  en: `  --host 127.0.0.1    interface to listen on                   TRABOULE_HOST
  --app-origin <url>  address of the apps, with {app}          TRABOULE_APP_ORIGIN
  --tls-key, --tls-cert  PEM files, to serve by https           TRABOULE_TLS_KEY, TRABOULE_TLS_CERT
  --log error         error, warn, info, verbose or debug      TRABOULE_LOG
  --limits <file>     limits, in JSON (pod-server/README.md)   TRABOULE_LIMITS
  --sign-up invited   invited or open: who makes an account    TRABOULE_SIGN_UP
                      (open by default on this machine)
  TRABOULE_SMTP_URL   smtps://name:password@server, which sends the letters
  TRABOULE_MAIL_FROM  from whom, such as "Traboule <no-reply@example.org>"`,
}

export const exits: Bilingual = {
  fr: '  Sortie : 0 tout va bien, 1 mauvaise commande ou mauvais réglage, 2 échec.',
  en: '  Exit: 0 all is well, 1 bad command or setting, 2 failure.',
}
