import { resolve } from 'node:path'
import { isLocalHttp } from './agent/plain-address.ts'
import type { Bilingual } from './bilingual.ts'
import { PodError } from './errors.ts'
import { type Limits, readLimits } from './limits/limits.ts'

/** One of our apps: its own origin, so that one app's fault is not another's (DESIGN §8). */
export interface AppSite {
  readonly id: AppId
  /** `http://budget.localhost:3000`, no slash. */
  readonly origin: string
  /** The URL of its Client ID document. */
  readonly clientId: string
}

export const appIds = ['home', 'budget', 'energy'] as const
export type AppId = (typeof appIds)[number]

/** Everything the server is told, checked. Holds no secret: it may be printed. */
export interface Settings {
  /** Public address of accounts and pods, with its slash. */
  readonly baseUrl: string
  /** Interface to listen on. */
  readonly host: string
  readonly port: number
  /** Absolute path. */
  readonly dataFolder: string
  readonly apps: readonly AppSite[]
  /** Undefined behind a proxy that has one, and on this machine. */
  readonly tls: CertificateFiles | undefined
  /** From `info` on, CSS's own lines name resources, WebIDs and e-mail addresses: for a test machine only. */
  readonly logLevel: (typeof logLevels)[number]
  /** What one address, one WebID, one pod may take. */
  readonly limits: Limits
  /** Who may make an account: whoever comes, or whoever the operator has invited. */
  readonly signUp: (typeof signUps)[number]
}

/** Absolute paths of PEM files. */
export interface CertificateFiles {
  readonly key: string
  readonly cert: string
}

const signUps = ['invited', 'open'] as const
const logLevels = ['error', 'warn', 'info', 'verbose', 'debug'] as const

/** Flags win over the environment, the environment over the defaults. */
export interface SettingSources {
  readonly flags: Readonly<Record<string, string | undefined>>
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Reads the settings: `--port` or TRABOULE_PORT, and so on (see README).
 *
 * @throws PodError `bad-settings`, naming every problem at once.
 */
export function readSettings({ flags, env }: SettingSources): Settings {
  const problems: Bilingual[] = []
  const text = (flag: string, variable: string, fallback: string): string =>
    flags[flag] || env[variable] || fallback

  const portText = text('port', 'TRABOULE_PORT', '3000')
  const port = Number(portText)
  const isPort = /^\d+$/.test(portText) && port >= 1 && port <= 65535
  if (!isPort)
    problems.push({
      fr: `--port doit être de 1 à 65535, pas « ${portText} »`,
      en: `--port must be 1 to 65535, not "${portText}"`,
    })

  const baseUrl = readUrl(
    'base-url',
    text('base-url', 'TRABOULE_BASE_URL', `http://localhost:${isPort ? port : 3000}/`),
    problems,
  )
  if (baseUrl && baseUrl.pathname !== '/')
    problems.push({
      fr: `--base-url doit être une origine, sans le chemin « ${baseUrl.pathname} »`,
      en: `--base-url must be an origin, without the path "${baseUrl.pathname}"`,
    })

  const pattern = text(
    'app-origin',
    'TRABOULE_APP_ORIGIN',
    baseUrl ? `${baseUrl.protocol}//{app}.${baseUrl.host}` : 'http://{app}.localhost',
  )
  if (!pattern.includes('{app}'))
    problems.push({
      fr: '--app-origin doit contenir {app}, comme http://{app}.localhost:3000',
      en: '--app-origin must hold {app}, as in http://{app}.localhost:3000',
    })
  const apps = appIds.flatMap((id) => {
    const origin = readUrl('app-origin', pattern, problems, id)?.origin
    return origin ? [{ id, origin, clientId: `${origin}/id` }] : []
  })
  if (baseUrl && apps.some(({ origin }) => origin === baseUrl.origin)) {
    problems.push({
      fr: '--app-origin ne doit pas être l’origine des comptes et des pods',
      en: '--app-origin must not be the origin of accounts and pods',
    })
  }

  const logLevel = text('log', 'TRABOULE_LOG', 'error')
  if (!isLogLevel(logLevel))
    problems.push({
      fr: `--log doit être ${logLevels.join(', ')}, pas « ${logLevel} »`,
      en: `--log must be one of ${logLevels.join(', ')}, not "${logLevel}"`,
    })

  const tls = readTls(text('tls-key', 'TRABOULE_TLS_KEY', ''), text('tls-cert', 'TRABOULE_TLS_CERT', ''))
  const shownBy = [baseUrl?.protocol, ...apps.map(({ origin }) => new URL(origin).protocol)]
  if (tls === 'half')
    problems.push({ fr: '--tls-key et --tls-cert vont ensemble', en: '--tls-key and --tls-cert go together' })
  else if (tls && shownBy.includes('http:'))
    problems.push({
      fr: '--tls-cert demande des adresses en https pour --base-url et --app-origin',
      en: '--tls-cert wants https addresses for --base-url and --app-origin',
    })
  const limits = readLimits(text('limits', 'TRABOULE_LIMITS', ''), problems)
  // On the machine of whoever develops nobody else comes by.
  const signUp = text('sign-up', 'TRABOULE_SIGN_UP', baseUrl && isLocalHttp(baseUrl) ? 'open' : 'invited')
  if (!isSignUp(signUp))
    problems.push({
      fr: `--sign-up doit être ${signUps.join(' ou ')}, pas « ${signUp} »`,
      en: `--sign-up must be ${signUps.join(' or ')}, not "${signUp}"`,
    })

  if (problems.length > 0) {
    const joined = (language: 'fr' | 'en') =>
      [...new Set(problems.map((problem) => problem[language]))].join(language === 'fr' ? ' ; ' : '; ')
    throw new PodError('bad-settings', { fr: joined('fr'), en: joined('en') })
  }
  return {
    baseUrl: (baseUrl as URL).href,
    host: text('host', 'TRABOULE_HOST', '127.0.0.1'),
    port,
    dataFolder: resolve(text('data', 'TRABOULE_DATA', './data')),
    apps,
    tls: tls as CertificateFiles | undefined,
    logLevel: logLevel as Settings['logLevel'],
    limits,
    signUp: signUp as Settings['signUp'],
  }
}

/** The authorization agent's address (DESIGN §7), with its slash. */
export const agentUrl = ({ baseUrl }: Settings): string => `${baseUrl}.agent/`

/** @throws RangeError for an app that is not ours: a programmer's error. */
export function appSite(settings: Settings, id: AppId): AppSite {
  const app = settings.apps.find((it) => it.id === id)
  if (!app) throw new RangeError(`no app ${id}`)
  return app
}

const isSignUp = (text: string): text is Settings['signUp'] => (signUps as readonly string[]).includes(text)

const isLogLevel = (text: string): text is Settings['logLevel'] =>
  (logLevels as readonly string[]).includes(text)

function readTls(key: string, cert: string): CertificateFiles | 'half' | undefined {
  if (!key && !cert) return undefined
  return key && cert ? { key: resolve(key), cert: resolve(cert) } : 'half'
}

function readUrl(name: string, pattern: string, problems: Bilingual[], app = ''): URL | undefined {
  const text = pattern.replace('{app}', app)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url
  problems.push({
    fr: `--${name} doit être une adresse http ou https, pas « ${pattern} »`,
    en: `--${name} must be an http or https address, not "${pattern}"`,
  })
  return undefined
}
