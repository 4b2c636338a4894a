import { createHmac } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialDescriptorJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { HttpError, Initializer } from '@solid/community-server'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine, SetValue } from '../engine/PodEngine.ts'
import { Secret } from '../Secret.ts'
import type { Settings } from '../settings.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { OneByOne } from '../storage/OneByOne.ts'
import { unit } from '../storage/request.ts'
import type { ValueChange } from '../storage/UnitOfWork.ts'
import { answer, clientDataOf, newAnswer } from './answer.ts'
import { Challenges } from './Challenges.ts'
import { challengeMs, type Purpose } from './challenge.ts'
import { PasskeyRefusal } from './PasskeyRefusal.ts'
import { algorithms, type Credential, type RelyingParty, type Said, verifyNew, verifyUse } from './verify.ts'

/** A passkey as it was added. It does not change: no use that is under way brings a deleted one back. */
interface Passkey extends Credential {
  readonly id: string
  readonly accountId: string
  readonly transports: readonly string[]
  readonly name: string
  /** UTC milliseconds. */
  readonly made: number
}

/** What changes with each use, of a passkey by its id. */
interface LastUse extends Said {
  /** UTC milliseconds. */
  readonly used?: number
}

/** As its citizen is shown it. */
export interface ListedPasskey extends Pick<Passkey, 'id' | 'name' | 'made'>, Omit<LastUse, 'counter'> {}

/** One that was not added yet. */
export interface NewPasskey extends Credential, Said {
  readonly transports: readonly string[]
  readonly answered: SetValue
}

/** CSS's storage, as far as passkeys need it: its own type knows each record of each store. */
interface Records {
  defineType(type: 'passkey', description: Readonly<Record<string, string>>, isLogin: boolean): Promise<void>
  createIndex(type: 'passkey', field: string): Promise<void>
  find(type: 'passkey', query: Partial<Passkey>): Promise<readonly Passkey[]>
  has(type: 'passkey', id: string): Promise<boolean>
  create(type: 'passkey', value: Omit<Passkey, 'id'>): Promise<Passkey>
  delete(type: 'passkey', id: string): Promise<void>
}

/** Of an engine's values. */
export const usesSpace = 'passkey-uses'
/** Of an account. */
const most = 20

/** Log-ins by passkey: CSS counts each as one, so that the last way into an account is not deleted. */
export class Passkeys extends Initializer {
  private readonly records: Records
  private readonly engine: PodEngine
  private readonly party: RelyingParty
  private readonly challenges: Challenges
  private readonly handles: Secret
  private readonly turns = new OneByOne()
  private isDefined = false

  constructor(storage: unknown, engine: PodEngine, settings: Settings) {
    super()
    this.records = storage as Records
    this.engine = engine
    const { origin, hostname: id } = new URL(settings.baseUrl)
    this.party = { origin, id }
    this.challenges = new Challenges(engine)
    this.handles = new Secret(engine, 'passkey-user-handles')
  }

  override async handle(): Promise<void> {
    if (this.isDefined) return
    await this.records.defineType('passkey', { accountId: 'id:account', credentialId: 'string' }, true)
    await this.records.createIndex('passkey', 'accountId')
    await this.records.createIndex('passkey', 'credentialId')
    this.isDefined = true
  }

  async of(accountId: string): Promise<readonly ListedPasskey[]> {
    const found = [...(await this.records.find('passkey', { accountId }))]
    return Promise.all(
      found
        .sort((one, other) => one.made - other.made)
        .map(async ({ id, name, made }) => {
          const { used, backedUp } = await this.lastUse(id)
          return { id, name, made, backedUp, ...(used === undefined ? {} : { used }) }
        }),
    )
  }

  /** Whether one that somebody has logged in with is still there. */
  async has(id: string): Promise<boolean> {
    return this.records.has('passkey', id)
  }

  /** `userName`: what the citizen's devices list it by. */
  async optionsOfNew(accountId: string, userName: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return {
      challenge: await this.challenges.make('new', accountId),
      rp: { name: 'Traboule', id: this.party.id },
      user: { id: await this.handleOf(accountId), name: userName, displayName: userName },
      pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
      timeout: challengeMs,
      attestation: 'none',
      excludeCredentials: await this.descriptors(accountId),
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
    }
  }

  /** For whoever logs in: the passkey says who they are. */
  async optionsOfLogIn(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.options(await this.challenges.make('log-in', ''))
  }

  /** For one of an account, once more. */
  async optionsOfAct(accountId: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const options = this.options(await this.challenges.make('act', accountId))
    return { ...options, allowCredentials: await this.descriptors(accountId) }
  }

  /** @throws PasskeyRefusal `bad-answer`, `wrong-passkey`, `known-passkey`, `too-many-passkeys` */
  async checkNew(accountId: string, value: unknown): Promise<NewPasskey> {
    const response = newAnswer(value)
    const { challenge, answered } = await this.answeredBy('new', accountId, response)
    const credential = await verifyNew(this.party, response, challenge)
    await this.assertRoom(accountId, credential)
    return { ...credential, transports: response.response.transports ?? [], answered }
  }

  /**
   * Adds one that was checked, with other changes in the same commit.
   *
   * @throws PasskeyRefusal `wrong-passkey`, `known-passkey`, `too-many-passkeys`
   */
  async add(
    accountId: string,
    name: string,
    checked: NewPasskey,
    others: () => Promise<readonly ValueChange[]>,
  ): Promise<ListedPasskey> {
    const { credentialId, publicKey, transports, counter, backedUp, answered } = checked
    const made = Date.now()
    // CSS counts the log-ins of an account in a record of its own, which it reads before.
    const { id } = await this.turns.run(accountId, () =>
      oneCommit(this.engine, {}, async () => {
        await this.assertRoom(accountId, checked)
        if (await this.engine.value(answered.space, answered.key)) throw new PasskeyRefusal('wrong-passkey')
        const record = { accountId, credentialId, publicKey, transports, name, made }
        const created = await this.records.create('passkey', record)
        const use = useOf(created.id, { counter, backedUp })
        unit.getStore()?.setValues([answered, use, ...(await others())])
        return created
      }),
    )
    return { id, name, made, backedUp }
  }

  /** @throws PasskeyRefusal `bad-answer`, `wrong-passkey` */
  logIn(value: unknown): Promise<Passkey> {
    return this.used('log-in', value)
  }

  /** That a passkey of this account is at hand, for one act. @throws PasskeyRefusal `bad-answer`, `wrong-passkey` */
  async assertAct(accountId: string, value: unknown): Promise<void> {
    await this.used('act', value, accountId)
  }

  /**
   * Deletes a passkey, with other changes in the same commit.
   *
   * @throws PasskeyRefusal `unknown-passkey`, `last-log-in`
   */
  async end(accountId: string, id: string, others: () => Promise<readonly ValueChange[]>): Promise<void> {
    await this.turns.run(accountId, () =>
      oneCommit(this.engine, {}, async () => {
        const own = await this.records.find('passkey', { accountId })
        if (!own.some((it) => it.id === id)) throw new PasskeyRefusal('unknown-passkey')
        await this.records.delete('passkey', id).catch((error: unknown) => {
          const isLast = HttpError.isInstance(error) && error.statusCode === 400
          throw isLast ? new PasskeyRefusal('last-log-in') : error
        })
        const last: ValueChange = { kind: 'delete-value', space: usesSpace, key: id }
        unit.getStore()?.setValues([last, ...(await others())])
      }),
    )
  }

  private async used(purpose: Purpose, value: unknown, accountId = ''): Promise<Passkey> {
    const response = answer(value)
    const { challenge, answered } = await this.answeredBy(purpose, accountId, response)
    const [passkey] = await this.records.find('passkey', { credentialId: response.id })
    if (!passkey || (accountId !== '' && passkey.accountId !== accountId))
      throw new PasskeyRefusal('wrong-passkey')
    const { userHandle } = response.response
    if (userHandle !== undefined && userHandle !== (await this.handleOf(passkey.accountId)))
      throw new PasskeyRefusal('wrong-passkey')
    // Of two uses at once the second sees the counter of the first.
    return this.turns.run(passkey.id, async () => {
      const said = await verifyUse(this.party, response, challenge, passkey, await this.lastUse(passkey.id))
      const use = useOf(passkey.id, { ...said, used: Date.now() })
      await this.engine.commit({ changes: [answered, use] }).catch((error) => {
        // The same answer was first.
        throw isConflict(error) ? new PasskeyRefusal('wrong-passkey') : error
      })
      return passkey
    })
  }

  private async answeredBy(
    purpose: Purpose,
    accountId: string,
    response: Parameters<typeof clientDataOf>[0],
  ): Promise<{ readonly challenge: string; readonly answered: SetValue }> {
    const { challenge, crossOrigin } = clientDataOf(response)
    const answered = await this.challenges.answered(purpose, accountId, challenge)
    if (!answered || crossOrigin) throw new PasskeyRefusal('wrong-passkey')
    return { challenge, answered }
  }

  private async assertRoom(accountId: string, { credentialId }: Credential): Promise<void> {
    const [known] = await this.records.find('passkey', { credentialId })
    if (known) throw new PasskeyRefusal('known-passkey')
    if ((await this.records.find('passkey', { accountId })).length >= most)
      throw new PasskeyRefusal('too-many-passkeys')
  }

  private options(challenge: string): PublicKeyCredentialRequestOptionsJSON {
    return { challenge, rpId: this.party.id, timeout: challengeMs, userVerification: 'required' }
  }

  private async descriptors(accountId: string): Promise<PublicKeyCredentialDescriptorJSON[]> {
    const own = await this.records.find('passkey', { accountId })
    return own.map((it) => ({ id: it.credentialId, type: 'public-key', transports: [...it.transports] }))
  }

  /** What authenticators know an account by: 32 bytes that say nothing of it, and are the same each time. */
  private async handleOf(accountId: string): Promise<string> {
    return createHmac('sha256', await this.handles.bytes())
      .update(accountId)
      .digest('base64url')
  }

  private async lastUse(id: string): Promise<LastUse> {
    const found = await this.engine.value(usesSpace, id)
    return found ? (JSON.parse(found.value) as LastUse) : { counter: 0, backedUp: false }
  }
}

const useOf = (key: string, use: LastUse): SetValue => ({
  kind: 'set-value',
  space: usesSpace,
  key,
  value: JSON.stringify(use),
})
