import {
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type ResponseDescription,
} from '@solid/community-server'
import { AccessChanged } from '../storage/AccessChanged.ts'
import { attempts } from '../storage/attempts.ts'
import { OneByOne } from '../storage/OneByOne.ts'
import { basis } from '../storage/request.ts'

/**
 * A write holds only as long as the rules that allowed it: when they have changed before its commit, it is decided
 * again by those that are there now. Then those whose rules have changed alike wait for one another, so that each is
 * decided by the rules that the last has left; the first time nobody waits, for the body may still have to come.
 */
export class Redecide extends OperationHttpHandler {
  private readonly operationHandler: OperationHttpHandler
  private readonly turns = new OneByOne()

  constructor(operationHandler: OperationHttpHandler) {
    super()
    this.operationHandler = operationHandler
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    let { operation } = input
    let changed: string | undefined
    const decide = () => {
      // CSS keeps a decision by its operation: another one is decided anew. It has the body as the last has left it.
      operation = { ...operation }
      return basis.run({ acls: new Map(), controlled: new Set(), by: {} }, () =>
        this.operationHandler.handleSafe({ ...input, operation }),
      )
    }
    return attempts(
      () => (changed === undefined ? decide() : this.turns.run(changed, decide)),
      (error) => {
        if (!(error instanceof AccessChanged)) return false
        changed = error.rules
        return true
      },
    )
  }
}
