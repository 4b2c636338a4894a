import { expect, it } from 'vitest'
import { setLanguage } from '../../shared/i18n/language.ts'
import { agentName, isForAll, rulesForOthers } from './agent-name.ts'

const citizen = 'https://pod.example/alice/profile/card#me'
const bob = 'https://pod.example/bob/profile/card#me'
const everybody = 'http://xmlns.com/foaf/0.1/Agent'
const rule = (...agents: string[]) => ({
  id: 'a',
  agents,
  writes: false,
  container: 'https://pod.example/alice/x/',
})

it('leaves the citizen out of what a rule opens, and the rule where nobody else is left', () => {
  const rules = [rule(citizen), rule(citizen, bob), rule(everybody)]
  expect(rulesForOthers(rules, citizen).map(({ agents }) => agents)).toEqual([[bob], [everybody]])
})

it('knows what is open to people whom nobody has named', () => {
  const known = 'http://www.w3.org/ns/auth/acl#AuthenticatedAgent'
  expect([rule(bob), rule(bob, everybody), rule(known)].map(isForAll)).toEqual([false, true, true])
})

it('names a person by what their address says, and who cannot be named by the address', () => {
  setLanguage('fr')
  expect(agentName(bob)).toBe('Bob, chez pod.example')
  expect(agentName('urn:x:y')).toBe('urn:x:y')
})
