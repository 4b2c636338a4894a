import { type Bilingual, pick } from '../bilingual.ts'
import type { CacheName, ServerNumbers } from '../server/ServerStatus.ts'

/** A line of `status`: what it is, and how much. */
export type Line = readonly [Bilingual, string | number]

const cacheNames: Readonly<Record<CacheName, Bilingual>> = {
  resources: { fr: 'ressources en mémoire', en: 'resources in memory' },
  rules: { fr: 'triplets de règles d’accès', en: 'triples of access rules' },
  members: { fr: 'membres de groupes', en: 'members of groups' },
  groups: { fr: 'caractères de groupes d’ailleurs', en: 'characters of groups elsewhere' },
  tokens: { fr: 'jetons vérifiés', en: 'verified tokens' },
  issuers: { fr: 'émetteurs d’ailleurs', en: 'issuers elsewhere' },
  profiles: { fr: 'profils d’ailleurs', en: 'profiles elsewhere' },
  keys: { fr: 'clés d’applications', en: 'keys of apps' },
  proofs: { fr: 'preuves déjà vues', en: 'proofs seen' },
  accounts: { fr: 'faits des comptes', en: 'facts of accounts' },
  clients: { fr: 'caractères de fiches d’applications', en: 'characters of apps’ documents' },
  refusedClients: { fr: 'applications refusées depuis peu', en: 'apps refused lately' },
  ended: { fr: 'fins de jetons', en: 'ends of tokens' },
  webIds: { fr: 'profils en mémoire', en: 'profiles in memory' },
  requests: { fr: 'formes de requêtes connues', en: 'shapes of requests known' },
  heads: { fr: 'en-têtes prêts à l’envoi', en: 'heads ready to send' },
  journal: { fr: 'lignes de journaux en route', en: 'lines of logs on their way' },
  channels: { fr: 'sujets de notifications connus', en: 'topics of notifications known' },
  forms: { fr: 'octets prêts à l’envoi', en: 'bytes ready to send' },
  triples: { fr: 'octets de triplets prêts à l’ajout', en: 'bytes of triples ready to be added to' },
  asking: { fr: 'adresses et WebID comptés', en: 'addresses and WebIDs counted' },
}

/**
 * What an operator may have to do something about: a memory that grows, logs that the disk does not take as fast as they come, and
 * caches that are full, whose server works twice. `/.status` has the others.
 */
export function running({ uptime, resident, caches }: ServerNumbers): Line[] {
  const { kept, most } = caches.journal
  const full = (Object.keys(cacheNames) as CacheName[]).filter((name) => isFull(caches[name]))
  const names = full.map((name) => pick(cacheNames[name])).join(', ')
  return [
    [{ fr: 'secondes depuis le démarrage', en: 'seconds since its start' }, uptime],
    [{ fr: 'octets en mémoire', en: 'bytes of memory' }, resident],
    [cacheNames.journal, pick({ fr: `${kept} (au plus ${most})`, en: `${kept} (${most} at most)` })],
    [{ fr: 'caches pleins', en: 'full caches' }, names || pick({ fr: 'aucun', en: 'none' })],
  ]
}

/** What is counted in bytes is full before its bound: the next does not fit. */
const isFull = ({ kept, most }: { readonly kept: number; readonly most: number }): boolean =>
  kept >= most * 0.95
