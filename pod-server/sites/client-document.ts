import { DPV } from '#vocab/namespaces'
import type { Bilingual } from '../bilingual.ts'
import type { AppId, AppSite } from '../settings.ts'

/** What an app asks for, by category (the domain folder of `/data/`), in words the grant page shows. */
export interface Need {
  readonly category: string
  readonly why: Bilingual
  /** What for, in DPV. */
  readonly purpose: string
  /** Days that it lasts at most; a year where it does not say. */
  readonly days?: number
  readonly required: boolean
}

interface AppCard {
  readonly name: Bilingual
  readonly needs: readonly Need[]
}

/** Our own reviewed apps, what they are called and what they need. */
const cards: Record<AppId, AppCard> = {
  home: { name: { fr: 'Mon espace', en: 'My space' }, needs: [] },
  budget: {
    name: { fr: 'Mon budget', en: 'My budget' },
    needs: [
      {
        category: 'bank',
        why: {
          fr: 'Voir vos comptes, ce qui entre et ce qui sort',
          en: 'See your accounts, what comes in and what goes out',
        },
        purpose: `${DPV}RequestedServiceProvision`,
        required: true,
      },
    ],
  },
  energy: {
    name: { fr: 'Mon énergie', en: 'My energy' },
    needs: [
      {
        category: 'energy',
        why: {
          fr: 'Voir votre consommation d’électricité, jour après jour',
          en: 'See your electricity use, day after day',
        },
        purpose: `${DPV}RequestedServiceProvision`,
        required: true,
      },
    ],
  },
}

export const appCard = ({ id }: AppSite): AppCard => cards[id]

/**
 * The app's Client ID document (Solid-OIDC §5.1), with its access needs in SAI's words.
 * `client_id` equals its own address byte for byte.
 */
export function clientDocument(app: AppSite): Record<string, unknown> & { client_id: string } {
  const { name, needs } = appCard(app)
  return {
    '@context': [
      'https://www.w3.org/ns/solid/oidc-context.jsonld',
      { interop: 'http://www.w3.org/ns/solid/interop#', tb: 'https://w3id.org/traboule/ns#', dpv: DPV },
    ],
    client_id: app.clientId,
    client_name: name.fr,
    client_uri: `${app.origin}/`,
    redirect_uris: [`${app.origin}/`],
    post_logout_redirect_uris: [`${app.origin}/`],
    scope: 'openid webid offline_access',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    'interop:hasAccessNeedGroup': {
      '@id': `${app.clientId}#needs`,
      '@type': 'interop:AccessNeedGroup',
      'interop:hasAccessNeed': needs.map(({ category, why, purpose, required }) => ({
        '@id': `${app.clientId}#${category}`,
        '@type': 'interop:AccessNeed',
        'tb:category': category,
        'dpv:hasPurpose': { '@id': purpose },
        'interop:accessMode': { '@id': 'http://www.w3.org/ns/auth/acl#Read' },
        'interop:accessNecessity': { '@id': `interop:${required ? 'AccessRequired' : 'AccessOptional'}` },
        'tb:why': Object.entries(why).map(([language, value]) => ({
          '@language': language,
          '@value': value,
        })),
      })),
    },
  }
}
