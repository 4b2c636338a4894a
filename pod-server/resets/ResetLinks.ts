import { OperatorAct } from '../accounts/OperatorAct.ts'
import type { Resets } from './Resets.ts'

/** `POST /.resets/<pod>`: a link by which the citizen of a pod chooses a new password. */
export class ResetLinks extends OperatorAct {
  private readonly resets: Resets

  constructor(operatorToken: string, resets: Resets) {
    super(operatorToken, /^\/\.resets\/([a-z0-9%._-]{1,300})$/i)
    this.resets = resets
  }

  /** @throws AgentError `no-password` */
  protected override async act(pod: string): Promise<object | undefined> {
    const link = await this.resets.link(pod)
    return link === undefined ? undefined : { link }
  }
}
