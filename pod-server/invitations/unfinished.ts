import type { Change, PodEngine, SetValue } from '../engine/PodEngine.ts'
import { AccountSessions } from '../sessions/AccountSessions.ts'
import { spaceOf } from '../storage/record-place.ts'

/** Accounts that a tool has made, which may have no log-in yet. */
const space = 'begun-accounts'
/** As long as CSS waits too, in memory. */
const unfinishedMs = 30 * 60_000

/** To be committed with an account whose log-in comes after it. */
export const begun = (accountId: string, now = Date.now()): SetValue => ({
  kind: 'set-value',
  space,
  key: accountId,
  value: JSON.stringify({ since: now }),
})

/** Ends what was begun half an hour ago and has no log-in: no restart leaves any. */
export async function endUnfinished(engine: PodEngine, now: number): Promise<void> {
  const sessions = new AccountSessions(engine)
  for await (const { key, value } of engine.values(space)) {
    if ((JSON.parse(value) as { since: number }).since > now - unfinishedMs) continue
    const changes: Change[] = [{ kind: 'delete-value', space, key }]
    const account = await engine.value(spaceOf('account'), key)
    const { linkedLoginsCount } = JSON.parse(account?.value ?? '{}') as { linkedLoginsCount?: number }
    if (linkedLoginsCount === 0) {
      changes.push({ kind: 'delete-value', space: spaceOf('account'), key })
      changes.push(...(await sessions.of(key)).map((it) => sessions.endOf(it)))
    }
    await engine.commit({ changes })
  }
}
