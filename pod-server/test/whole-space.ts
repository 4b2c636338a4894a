/** Where the rules of a grant on the whole space stand, in the pod of the test. */
export const ruledPlaces = ['', 'data/health/', 'data/bank/banque/', 'inbox/', 'notes/secret.ttl'] as const

/** What an app that is let into the whole space is answered: to a read, and to a write, in a container of a new document. */
export const toLetInApp: Readonly<Record<string, readonly [read: number, write: number]>> = {
  '': [200, 201],
  'notes/': [200, 201],
  'notes/one.ttl': [200, 205],
  'notes/secret.ttl': [200, 205],
  'data/health/': [200, 201],
  'data/health/care.ttl': [200, 205],
  'data/bank/banque/': [200, 201],
  'inbox/': [200, 201],
  'inbox/letter.ttl': [200, 205],
  'settings/privateTypeIndex': [200, 205],
  // Everybody’s to read, and no app’s to change.
  'profile/card': [200, 403],
  // Written by the server alone; the log is its owner’s to read.
  'consents/': [200, 403],
  'receipts/': [200, 403],
  'log/': [403, 403],
  // Who may do what.
  '.acl': [403, 403],
  'data/health/.acl': [403, 403],
  'notes/secret.ttl.acl': [403, 403],
  'notes/.acl': [403, 403],
}
