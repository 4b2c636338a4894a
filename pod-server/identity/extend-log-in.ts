import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue, Value } from '../engine/PodEngine.ts'
import { grantKey, oidcSpace, refreshTokenKey, tagsOf } from '../storage/EngineAdapters.ts'

const day = 24 * 3600
/** Seconds that a log-in lasts from its last use (also in config/provider.json). */
const stay = 30 * day

/**
 * Lets an app stay logged in for thirty days from now: its refresh token, which is bound to a key of its own (RFC 9449 §5)
 * and so needs no successor, and the grant that it is of. Once a day, in one commit; one that ends meanwhile stays ended.
 *
 * @param now UTC seconds.
 */
export async function extendLogIn(
  engine: PodEngine,
  grantId: string,
  refreshToken: string,
  now = Math.floor(Date.now() / 1000),
): Promise<void> {
  const keys = { Grant: grantKey(grantId), RefreshToken: refreshTokenKey(refreshToken) }
  const changes = []
  for (const [name, key] of Object.entries(keys)) {
    const found = await engine.value(oidcSpace, key)
    if (!found) return
    changes.push(extended(name, found, now + stay))
  }
  if (changes.every(({ gained }) => gained < day)) return
  await engine.commit({ changes: changes.map(({ change }) => change) }).catch((error) => {
    if (!isConflict(error)) throw error
  })
}

function extended(name: string, { key, value, version, expires = 0 }: Value, exp: number) {
  const payload = { ...(JSON.parse(value) as object), exp }
  const change: SetValue = {
    kind: 'set-value',
    space: oidcSpace,
    key,
    value: JSON.stringify(payload),
    tags: tagsOf(name, payload),
    expires: exp * 1000,
    ifVersion: version,
  }
  return { change, gained: exp - expires / 1000 }
}
