// What is done with a question.

import type { Fact } from '../briefing/schema.ts'
import type { AbstainReason } from './answer.ts'
import type { Match } from './match.ts'

export type Decision =
  | { readonly kind: 'answer'; readonly match: Match; readonly alongside: readonly Match[] }
  | { readonly kind: 'correct'; readonly match: Match; readonly wrong: string | undefined }
  | { readonly kind: 'profile'; readonly entity: string; readonly byDate: boolean }
  | { readonly kind: 'timeline'; readonly facts: readonly Fact[] }
  | { readonly kind: 'overview'; readonly facts: readonly Fact[] }
  | { readonly kind: 'ambiguous'; readonly entities: readonly string[] }
  | { readonly kind: 'abstain'; readonly reason: AbstainReason }
