/** Where anybody finds the public keys of receipts, retired ones too, as a JWK set (RFC 7517 §5). */
export const keysPath = '/.keys/receipts'
