// What can go wrong between us and a platform: before it has taken a message, or after.

/** `lost`: the connection breaks; `silent`: no reply comes. */
export const faults = [
  'limited',
  '500 before',
  '500 after',
  'lost before',
  'lost after',
  'silent before',
  'silent after',
] as const
export type Fault = (typeof faults)[number]

export const isBefore = (fault: Fault | undefined) =>
  fault === 'limited' || fault === '500 before' || fault === 'lost before' || fault === 'silent before'
