import { expect, it } from 'vitest'
import { PodFailure } from '../../shared/pod/failure.ts'
import { failureWords } from './failure-words.ts'

it.each([
  [new PodFailure('too-large', 'https://pod.example/alice/'), /plus de documents.*l’opérateur/],
  [new PodFailure('too-large', 'https://pod.example/alice/', 413), /est plein/],
  [new PodFailure('server', 'https://pod.example/alice/', 507), /est plein/],
  [new PodFailure('unreachable', 'https://pod.example/alice/'), /ne répond pas|connexion/],
])('what stops a copy says who must act: %s', (failure, words) => {
  expect(failureWords(failure)).toMatch(words)
})
