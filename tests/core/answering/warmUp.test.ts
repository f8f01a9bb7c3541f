import { join } from 'node:path'
import { expect, test } from 'vitest'
import { warmUp } from '../../../src/core/answering/warmUp.ts'
import { openBriefing } from '../../../src/storage/briefings.ts'
import { answerFrom, engineOf } from '../../fakes/asking.ts'

test('an engine that is warm answers as a cold one does', async () => {
  const briefing = await openBriefing(join(import.meta.dirname, '../../../briefings'), 'kazakhstan-2022')
  const [warm, cold] = [warmUp(engineOf(briefing)), engineOf(briefing)]
  for (const { ask } of briefing.questions.slice(0, 8)) expect(answerFrom(warm, ask)).toEqual(answerFrom(cold, ask))
})
