/** Where an origin says what its server does for all of its storages. */
export const wellKnownPath = '/.well-known/solid'

/** Where a client says which protocols it speaks, from the base address. */
export const gatewayPath = '.notifications/gateway/'

/** Where it says then what it wants to listen to. */
export const gatewaySocketsPath = `${gatewayPath}ws/`
