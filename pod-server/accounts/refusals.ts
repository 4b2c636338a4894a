import { PodError } from '../errors.ts'

export const accountExists = (): PodError =>
  new PodError('already-exists', {
    fr: 'Cette adresse e-mail a déjà un compte ici : donnez-en une autre.',
    en: 'This e-mail address has an account here already: give another.',
  })

/** The record of a pod whose resources are gone. */
export const podRecordExists = (name: string): PodError =>
  new PodError('already-exists', {
    fr: `L’espace « ${name} » appartient déjà à un compte d’ici : un import ne le prend à personne.`,
    en: `The pod "${name}" belongs to an account here already: an import takes it from nobody.`,
  })

export const noPassword = (pod: string): PodError =>
  new PodError('no-password', {
    fr: `Le compte de l’espace « ${pod} » n’a pas de mot de passe : il s’ouvre par une clé d’accès, ou par un code de secours.`,
    en: `The account of the pod "${pod}" has no password: it is opened by a passkey, or by a recovery code.`,
  })

export const partnerExists = (id: string): PodError =>
  new PodError('already-exists', {
    fr: `Le partenaire « ${id} » est déjà enregistré : traboule-pod partner renew ${id} lui donne de nouveaux identifiants, traboule-pod partner return ${id} <adresse> une autre adresse de retour.`,
    en: `The partner "${id}" is registered already: traboule-pod partner renew ${id} gives it new credentials, traboule-pod partner return ${id} <address> another return address.`,
  })

export const noPartner = (id: string): PodError =>
  new PodError('not-found', {
    fr: `Il n’y a pas de partenaire « ${id} » ici : vérifiez le nom, ou ajoutez-le (traboule-pod partner add).`,
    en: `There is no partner "${id}" here: check the name, or add it (traboule-pod partner add).`,
  })

export const badEmail = (email: string): PodError =>
  new PodError('bad-usage', {
    fr: `« ${email} » n’est pas une adresse e-mail.`,
    en: `"${email}" is not an e-mail address.`,
  })

export const noMail = (): PodError =>
  new PodError('no-mail', {
    fr: 'Ce serveur n’envoie pas d’e-mails : donnez-lui TRABOULE_SMTP_URL et TRABOULE_MAIL_FROM, ou remettez le lien vous-même (sans --email).',
    en: 'This server sends no e-mails: give it TRABOULE_SMTP_URL and TRABOULE_MAIL_FROM, or hand over the link yourself (without --email).',
  })

export const otherFolder = (dataFolder: string, baseUrl: string): PodError =>
  new PodError('other-folder', {
    fr: `Le serveur qui répond à ${baseUrl} ne se sert pas du dossier ${dataFolder} : donnez le sien avec --data. Rien n’a été fait.`,
    en: `The server that answers at ${baseUrl} does not use the folder ${dataFolder}: give its own with --data. Nothing was done.`,
  })

export const notReachable = (baseUrl: string, cause: unknown): PodError =>
  isMistrust(cause) ? notTrusted(baseUrl, cause) : noServer(baseUrl, cause)

/** As Node.js calls it when a certificate does not hold (its documentation of TLS, "X509 certificate error codes"). */
const isMistrust = (error: unknown): boolean =>
  /CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)/.test(
    String((error as { cause?: { code?: unknown } })?.cause?.code),
  )

const notTrusted = (baseUrl: string, cause: unknown): PodError =>
  new PodError(
    'server-not-reachable',
    {
      fr: `Le certificat de ${baseUrl} n’est pas reconnu ici : renouvelez-le, ou donnez celui de votre autorité avec NODE_EXTRA_CA_CERTS.`,
      en: `The certificate of ${baseUrl} is not trusted here: renew it, or give that of your authority with NODE_EXTRA_CA_CERTS.`,
    },
    { cause },
  )

const noServer = (baseUrl: string, cause: unknown): PodError =>
  new PodError(
    'server-not-reachable',
    {
      fr: `Aucun serveur ne répond à ${baseUrl} : démarrez-le (traboule-pod serve) ou donnez --base-url.`,
      en: `No server answers at ${baseUrl}: start it (traboule-pod serve) or give --base-url.`,
    },
    { cause },
  )

export const serverRefused = (said: string): PodError =>
  new PodError('server-refused', {
    fr: `Le serveur a refusé (en anglais) : ${said}`,
    en: `The server refused: ${said}`,
  })
