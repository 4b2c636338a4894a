import { operatorExport } from '#vocab/journal/entry'
import type { PodEngine } from '../engine/PodEngine.ts'
import { noteOperator } from '../journal/note-operator.ts'
import { OperatorAct } from './OperatorAct.ts'

/**
 * `POST /.exports/<pod>`: writes down that the operator exports a pod. The command reads the file itself, beside the server
 * that alone writes in it.
 */
export class PodExports extends OperatorAct {
  private readonly engine: PodEngine

  constructor(operatorToken: string, engine: PodEngine) {
    super(operatorToken, /^\/\.exports\/([a-z0-9%._-]{1,300})$/i)
    this.engine = engine
  }

  protected override async act(pod: string): Promise<object | undefined> {
    return (await noteOperator(this.engine, pod, operatorExport, 'read')) ? {} : undefined
  }
}
