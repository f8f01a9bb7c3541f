// Who or what an entity is: the facts that the curator chose for it, or else its offices and its newest facts; `byDate` asks for how things stand.

import { type Answer, MAX_TEXT } from './answer.ts'
import { fitLines, line } from './answerLines.ts'
import { factsAbout } from './decideSubject.ts'
import type { Findings } from './findings.ts'
import { finishAnswer } from './finishAnswer.ts'
import { because, factsOf, relevantConflicts, sidesOf, the } from './sides.ts'
import { attributed } from './statement.ts'
import { timeOf } from './timeOf.ts'

export function composeProfile(findings: Findings, id: string, byDate: boolean): Answer {
  const { engine, known } = findings
  const entity = engine.briefing.entities.get(id)
  const about = factsAbout(findings, id).filter((fact) => known(fact).length > 0)
  const chosen = (entity?.profile ?? []).flatMap((one) => about.find((fact) => fact.id === one) ?? [])
  const offices = (entity?.roles ?? []).flatMap((role) => about.find((fact) => fact.id === role.fact) ?? [])
  const newest = about
    .filter((fact) => fact.frame.who.includes(id) || fact.frame.whom.includes(id))
    .sort((a, b) => timeOf(b) - timeOf(a))
  const state = byDate ? [...new Set([...chosen.slice(-1), ...newest])].slice(0, 3) : []
  const facts =
    state.length > 0
      ? state
      : chosen.length > 0
        ? chosen.slice(0, 4)
        : [...new Set([...offices, ...about.slice(0, 1), ...newest])].slice(0, 3)
  const conflicts = facts
    .flatMap((fact) => relevantConflicts(findings, fact))
    .filter(
      (conflict, i, all) => all.findIndex((one) => one.what === conflict.what && one.slot === conflict.slot) === i,
    )
  const said = facts.map((fact) => line(attributed(fact, findings), fact))
  const differ = conflicts.map((conflict) => ({
    text: `Sources differ on ${the(conflict.what)}: ${sidesOf(conflict, findings)}${because(conflict.reason)}.`,
    facts: factsOf(conflict),
    isDispute: true,
  }))
  // Who it is and how things stand matter most; what lies between is told as far as there is room.
  const byWeight = [...said.slice(0, 1), ...said.slice(1).slice(-1), ...differ, ...said.slice(1, -1)]
  const fitting = new Set(fitLines(byWeight, MAX_TEXT))
  const lines = [...said, ...differ].filter((one) => fitting.has(one))
  return { ...finishAnswer(findings, { lines, conflicts }, { status: 'answered', reason: undefined }), score: 1 }
}
