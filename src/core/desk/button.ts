// What a button says when it is pressed: which card, what to do, which page. Short enough for any platform (Discord allows
// 100 characters), and read with care, for anybody can send one.

import type { PressAction } from './request.ts'

export type Button = {
  readonly handle: string
  readonly action: PressAction | 'report'
  /** From 0. */
  readonly page: number
}

const actions = ['answer', 'sources', 'timeline', 'conflicts', 'report', 'share'] as const
const handlePattern = /^[a-z0-9]{1,40}$/

/** The button as text: `sitrep:HANDLE:ACTION:PAGE`. */
export function writeButton({ handle, action, page }: Button): string {
  return `sitrep:${handle}:${typeof action === 'string' ? action : `nearby-${action.nearby}`}:${page}`
}

/** Reads a button; undefined for what is none of ours. */
export function readButton(text: string): Button | undefined {
  const [mark, handle = '', name = '', page = '', ...more] = text.split(':')
  if (mark !== 'sitrep' || more.length > 0 || !handlePattern.test(handle) || !/^\d{1,3}$/.test(page)) return undefined
  const nearby = /^nearby-(\d)$/.exec(name)?.[1]
  const action = nearby === undefined ? actions.find((one) => one === name) : { nearby: Number(nearby) }
  return action === undefined ? undefined : { handle, action, page: Number(page) }
}
