import type { ClientCredentialsStore } from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { Erasures } from '../erasure/Erasures.ts'
import type { SignUps } from '../invitations/SignUps.ts'
import type { WayInLetters } from '../mail/WayInLetters.ts'
import type { Passkeys } from '../passkeys/Passkeys.ts'
import type { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import type { Resets } from '../resets/Resets.ts'
import type { LogIns } from '../sessions/LogIns.ts'
import type { RecoveryCodes } from '../sessions/RecoveryCodes.ts'
import type { Settings } from '../settings.ts'
import type { ClientMetadata } from '../sites/client-metadata.ts'
import type { Tries } from '../tries/Tries.ts'
import type { Apps } from './apps.ts'
import type { Caller } from './caller.ts'
import type { OwnerRules } from './OwnerRules.ts'
import type { Onboarding } from './onboarding/Onboarding.ts'
import type { Persons } from './Persons.ts'
import type { PodGrants } from './PodGrants.ts'
import type { Reading } from './receipt.ts'
import type { PartnerRegistry } from './registry.ts'

/** One call of the agent's API: who asks for what, and what answers it. */
export interface Call {
  readonly settings: Settings
  readonly engine: PodEngine
  readonly grants: PodGrants
  readonly partners: PartnerRegistry
  readonly apps: Apps
  readonly ownerRules: OwnerRules
  readonly onboarding: Onboarding
  readonly caller: Caller
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly id?: string
  readonly reading: Reading
  readonly endSession: () => Promise<void>
  readonly persons: Persons
  /** The client's address, for what is read elsewhere on their behalf. */
  readonly sender: string
  readonly logIns: LogIns
  /** Of the browser that asks. */
  readonly cookie: string | undefined
  /** The account that an e-mail address and a password log in to. @throws AgentError */
  readonly logIn: (email: string, password: string) => Promise<string>
  /** The browser that asks is known to an account from now on (see KnownDevices). */
  readonly remember: (accountId: string) => Promise<void>
  readonly tries: Tries
  readonly signUps: SignUps
  readonly resets: Resets
  readonly wayInLetters: WayInLetters
  readonly erasures: Erasures
  readonly passwords: ScryptPasswords
  readonly passkeys: Passkeys
  readonly recoveryCodes: RecoveryCodes
  /** Whether the browser that asks was logged in by a recovery code a moment ago, until there is another way. */
  readonly isRecovering: () => Promise<boolean>
  /** @returns whether it was so until this very call. */
  readonly endRecovery: () => Promise<boolean>
  readonly userAgent: string
  readonly credentials: ClientCredentialsStore
  /** What an app says of itself where its client id leads. @throws AgentError `unread-client`, `clients-busy` */
  readonly clientDocument: (id: string) => Promise<ClientMetadata>
}
