// A short name made from a content: the same content has the same one, everywhere and at all times. It tells contents
// apart and keeps nothing secret.

/** Multipliers of MurmurHash3 for 128 bits on 32-bit machines (Austin Appleby, public domain). */
const multipliers = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const

/** 25 characters of `[0-9a-z]`, which hold 128 bits and fit a Discord nonce. */
export function contentHash(content: string): string {
  const lanes = multipliers.map((multiplier, i) => laneOf(content, multiplier, i))
  const mixed = lanes.map((lane, i) => finish(lane ^ (lanes[(i + 1) % 4] ?? 0) ^ content.length))
  const number = mixed.reduce((sum, lane) => (sum << 32n) | BigInt(lane >>> 0), 0n)
  return number.toString(36).padStart(25, '0')
}

function laneOf(content: string, multiplier: number, seed: number): number {
  let lane = Math.imul(seed + 1, 0x9e3779b1)
  for (let i = 0; i < content.length; i += 1) {
    lane = Math.imul(lane ^ content.charCodeAt(i), multiplier)
    lane = (lane << 15) | (lane >>> 17)
  }
  return finish(lane)
}

function finish(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
