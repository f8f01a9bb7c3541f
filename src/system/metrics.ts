// What Prometheus reads: this process, what was answered and how fast, what was delivered, and how each part stands.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Health } from '../core/ports.ts'

/** A registry that holds the process's own figures (memory, CPU, event loop). */
export function openMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

/** Counts requests by platform and by what came of them. */
export function countAnswers(registry: Registry): (platform: string, outcome: string) => void {
  const counter = new Counter({
    name: 'sitrep_requests_total',
    help: 'Requests of readers, by platform and outcome (answered, abstained, ambiguous, limited, malformed, failed, or the kind of card).',
    labelNames: ['platform', 'outcome'],
    registers: [registry],
  })
  return (platform, outcome) => counter.inc({ platform, outcome })
}

/** Measures how long the desk takes for a request. */
export function timeAnswers(registry: Registry): (platform: string, seconds: number) => void {
  const histogram = new Histogram({
    name: 'sitrep_answer_seconds',
    help: 'Seconds from reading a request to its card.',
    labelNames: ['platform'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  return (platform, seconds) => histogram.observe({ platform }, seconds)
}

/** Counts digests by platform and by how their delivery ended. */
export function countDeliveries(registry: Registry): (platform: string, outcome: string) => void {
  const counter = new Counter({
    name: 'sitrep_deliveries_total',
    help: 'Digests, by platform and outcome (sent, silent, unknown, failed, skipped).',
    labelNames: ['platform', 'outcome'],
    registers: [registry],
  })
  return (platform, outcome) => counter.inc({ platform, outcome })
}

/** Shows how each part stands whenever the figures are read: 1 where it is ready. */
export function showHealth(registry: Registry, read: () => Promise<Readonly<Record<string, Health>>>): void {
  new Gauge({
    name: 'sitrep_ready',
    help: '1 where a part (a platform, the state, the web server) is ready, 0 where it is not.',
    labelNames: ['part'],
    registers: [registry],
    async collect() {
      for (const [part, { state }] of Object.entries(await read())) this.set({ part }, state === 'ready' ? 1 : 0)
    },
  })
}

/** Shows how many briefings answer, and of how many the newest edit is broken. */
export function showBriefings(
  registry: Registry,
  read: () => { readonly open: number; readonly broken: number },
): void {
  new Gauge({
    name: 'sitrep_briefings',
    help: 'Briefings that answer (open), and those whose newest edit is broken (broken).',
    labelNames: ['standing'],
    registers: [registry],
    collect() {
      for (const [standing, count] of Object.entries(read())) this.set({ standing }, count)
    },
  })
}
