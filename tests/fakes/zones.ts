// Time zones and moments to try, the moments often near a change of the clocks.

import fc from 'fast-check'

export const zones: readonly string[] = Intl.supportedValuesOf('timeZone')
export const anyZone = fc.constantFrom(...zones)

const from = Date.UTC(2026, 0, 1)
const to = Date.UTC(2036, 0, 1)

/** Whole minutes of ten years; the second kind lies in the months and hours in which most zones change their clocks. */
export const anyMoment = fc.oneof(
  fc.integer({ min: from / 60_000, max: to / 60_000 }).map((minutes) => minutes * 60_000),
  fc
    .record({
      year: fc.integer({ min: 2026, max: 2035 }),
      month: fc.constantFrom(2, 3, 8, 9, 10),
      day: fc.integer({ min: 1, max: 31 }),
      minute: fc.integer({ min: -120, max: 1560 }),
    })
    .map(({ year, month, day, minute }) => Date.UTC(year, month, day, 0, minute)),
)
