import { OperatorAct } from '../accounts/OperatorAct.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { type PurposeName, purposes } from './purposes.ts'
import { SigningKeys } from './SigningKeys.ts'

/** `POST /.keys/<purpose>`: another key in the place of the one that signs. */
export class KeyRenewal extends OperatorAct {
  private readonly engine: PodEngine

  constructor(operatorToken: string, engine: PodEngine) {
    super(operatorToken, new RegExp(`^/\\.keys/(${Object.keys(purposes).join('|')})$`))
    this.engine = engine
  }

  protected override async act(purpose: PurposeName): Promise<object> {
    const { kid } = await new SigningKeys(this.engine, purpose).renew()
    return { kid }
  }
}
