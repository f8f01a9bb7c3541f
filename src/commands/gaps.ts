// `sitrep gaps`: what readers asked in vain, and what they reported, for the curator; most asked first.

import type { CountedGap } from '../core/ports.ts'
import type { GapsCommand } from '../platforms/terminal/command.ts'
import { onOneLine } from '../platforms/terminal/printable.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { openState } from '../storage/state/openState.ts'
import { systemClock } from '../system/clock.ts'

export async function runGaps({ isJson }: GapsCommand, settings: Settings, { output }: Terminal): Promise<number> {
  const state = await openState(settings.state, { clock: systemClock, mustExist: true })
  try {
    const gaps = await state.gaps.list()
    await write(output, isJson ? `${JSON.stringify(gaps, null, 2)}\n` : renderGaps(gaps))
    return 0
  } finally {
    await state.close()
  }
}

function renderGaps(gaps: readonly CountedGap[]): string {
  if (gaps.length === 0) return 'No question went unanswered, and nothing was reported.\n'
  return gaps.map(renderGap).join('')
}

function renderGap({ kind, text, briefing, about, day, firstDay, count }: CountedGap): string {
  const times = `${count}×`.padStart(5)
  const days = firstDay === day ? day : `${firstDay} to ${day}`
  const context = kind === 'report' ? `reported of: ${onOneLine(about)}` : onOneLine(about)
  return `${times}  ${onOneLine(text)}\n       ${briefing}, ${days}: ${context}\n`
}
