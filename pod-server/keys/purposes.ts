const hour = 3_600_000

/** What a key signs, and nothing else. */
export interface Purpose {
  /** Of the engine's values. */
  readonly space: string
  /** Milliseconds after it was replaced for which what it has signed counts; undefined: for ever. */
  readonly countsFor?: number
}

export const purposes = {
  /** Access tokens and ID tokens, which end within an hour (config/provider.json). */
  tokens: { space: 'token-keys', countsFor: 2 * hour },
  /** Messages to webhooks, whose tokens last for twenty minutes. */
  webhooks: { space: 'webhook-keys', countsFor: 2 * hour },
  receipts: { space: 'receipt-keys' },
} as const satisfies Record<string, Purpose>

export type PurposeName = keyof typeof purposes
