import { t } from '../../shared/i18n/t.ts'
import type { OtherRule } from '../../shared/pod/grants.ts'
import { strangerName } from '../log/who.ts'
import { accessMessages as messages } from './messages.ts'

const everybody = 'http://xmlns.com/foaf/0.1/Agent'
const everybodyKnown = 'http://www.w3.org/ns/auth/acl#AuthenticatedAgent'

/** Whom a rule of another tool names: classes of agents in words, any other by what its address says. */
export function agentName(agent: string): string {
  if (agent === everybody) return t(messages.everybody)
  return agent === everybodyKnown ? t(messages.everybodyKnown) : strangerName(agent)
}

/** Whether a rule opens something to people whom nobody has named. */
export const isForAll = ({ agents }: Pick<OtherRule, 'agents'>): boolean =>
  agents.some((it) => it === everybody || it === everybodyKnown)

/** The rules of other tools as they open something to others: what the citizen may do themselves is not told. Pure. */
export const rulesForOthers = (rules: readonly OtherRule[], citizen: string): OtherRule[] =>
  rules
    .map((rule) => ({ ...rule, agents: rule.agents.filter((it) => it !== citizen) }))
    .filter(({ agents }) => agents.length > 0)
