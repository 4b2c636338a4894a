import { t } from '../../shared/i18n/t.ts'
import { accessMessages as messages } from './messages.ts'

const everybody = 'http://xmlns.com/foaf/0.1/Agent'
const everybodyKnown = 'http://www.w3.org/ns/auth/acl#AuthenticatedAgent'

/** Whom a rule of another tool names: the citizen and classes of agents in words, any other by its address. */
export function agentName(agent: string, citizen: string): string {
  if (agent === citizen) return t(messages.yourself)
  if (agent === everybody) return t(messages.everybody)
  return agent === everybodyKnown ? t(messages.everybodyKnown) : agent
}
