import type { PodEngine } from '../engine/PodEngine.ts'
import { OperatorAct } from './OperatorAct.ts'

/** `POST /.quotas/<pod>/<bytes>`: gives a pod another quota. */
export class PodQuotas extends OperatorAct {
  private readonly engine: PodEngine

  constructor(operatorToken: string, engine: PodEngine) {
    super(operatorToken, /^\/\.quotas\/([a-z0-9%._-]{1,300})\/(\d{1,15})$/i)
    this.engine = engine
  }

  protected override async act(pod: string, bytes: string): Promise<object | undefined> {
    if (!(await this.engine.usage(pod))) return undefined
    await this.engine.setQuota(pod, Number(bytes))
    return {}
  }
}
