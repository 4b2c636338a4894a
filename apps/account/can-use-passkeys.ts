/** Whether this browser has passkeys at all (Web Authentication); not over plain http, but for this machine. */
export const canUsePasskeys = 'PublicKeyCredential' in globalThis
