import { expect, test } from 'vitest'
import type { Health } from '../../src/core/ports.ts'
import {
  countAnswers,
  countDeliveries,
  openMetrics,
  showBriefings,
  showHealth,
  timeAnswers,
} from '../../src/system/metrics.ts'

test('what was counted and measured is printed, and how the parts stand is read anew each time', async () => {
  const registry = openMetrics()
  const [answered, took, delivered] = [countAnswers(registry), timeAnswers(registry), countDeliveries(registry)]
  let health: Health = { state: 'ready' }
  showHealth(registry, async () => ({ discord: health }))
  showBriefings(registry, () => ({ open: 2, broken: 1 }))
  answered('discord', 'answered')
  answered('discord', 'answered')
  took('discord', 0.004)
  delivered('slack', 'sent')
  const first = await registry.metrics()
  for (const line of [
    'sitrep_requests_total{platform="discord",outcome="answered"} 2',
    'sitrep_answer_seconds_bucket{le="0.0025",platform="discord"} 0',
    'sitrep_answer_seconds_bucket{le="0.005",platform="discord"} 1',
    'sitrep_deliveries_total{platform="slack",outcome="sent"} 1',
    'sitrep_ready{part="discord"} 1',
    'sitrep_briefings{standing="open"} 2',
    'sitrep_briefings{standing="broken"} 1',
  ])
    expect(first.split('\n')).toContain(line)
  expect(first).toMatch(/^process_resident_memory_bytes \d+$/m)
  health = { state: 'failed', message: 'no' }
  expect(await registry.metrics()).toContain('sitrep_ready{part="discord"} 0')
})
