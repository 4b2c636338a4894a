import type { LeftOut } from '../engine/sqlite/backup.ts'
import { purposes } from '../keys/purposes.ts'

/**
 * What of a back-up lets somebody in who may have been put out since: it cannot say who, so a restore puts out everybody. A
 * token is good by the key that has signed it; without that key, none of before is. By their spaces, as their classes name
 * them.
 */
export const endedByRestore: readonly LeftOut[] = [
  // Browsers and tools (sessions/AccountSessions).
  { space: 'account-sessions' },
  // Apps, with their refresh tokens (storage/EngineAdapters). A client that was registered is no log-in.
  { space: 'oidc', but: 'Client/' },
  { space: purposes.tokens.space },
  { space: purposes.webhooks.space },
  // Codes of letters that may have been used (resets/Resets).
  { space: 'resets' },
  // Challenges that may have been answered (passkeys/Challenges).
  { space: 'secrets', key: 'passkey-challenges' },
]
