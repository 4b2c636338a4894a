/** The three messages of a bank to its customer (ISO 20022): what they are called, and where their statements stand. */
export const messages = {
  'camt-052': { message: 'BkToCstmrAcctRpt', statement: 'Rpt' },
  'camt-053': { message: 'BkToCstmrStmt', statement: 'Stmt' },
  'camt-054': { message: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn' },
} as const

export type CamtLayout = keyof typeof messages

export const camtLayouts = Object.keys(messages) as CamtLayout[]

/** The message that the beginning of a file opens, whatever its version and prefix. */
export function sniffCamt(head: string): CamtLayout | undefined {
  if (!head.startsWith('<') || !/<(?:[\w.-]{1,32}:)?Document[\s>]/.test(head)) return undefined
  const [, opened] = /<(?:[\w.-]{1,32}:)?(BkToCstmr[A-Za-z]{1,20})[\s>]/.exec(head) ?? []
  return camtLayouts.find((layout) => messages[layout].message === opened)
}
