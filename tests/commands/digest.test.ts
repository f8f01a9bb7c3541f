import { describe, expect, test } from 'vitest'
import { runSitrep } from '../runSitrep.ts'

const days = ['digest', 'ferry-2031', '--since', '2031-03-05', '--until', '2031-03-09']

describe('sitrep digest', () => {
  test('tells a reader what changed in some days, with its sources', async () => {
    const { code, out, errors } = await runSitrep(days)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(out).toMatch(/^The ferry Merrow, March 2031\n\n\d+ new.*\(5 to 9 March 2031\)\./)
    expect(out).toContain('[1] ')
    expect(out).toContain('As of 9 March 2031')
  })

  test('--json gives programs the facts behind it', async () => {
    const { out } = await runSitrep([...days, '--json'])
    expect(JSON.parse(out)).toMatchObject({
      briefing: 'ferry-2031',
      nothingNew: false,
      new: expect.arrayContaining([expect.any(String)]),
      corrected: expect.any(Array),
      disputed: expect.any(Array),
      sources: expect.arrayContaining(['herald']),
    })
  })

  test.each(['discord', 'slack'])('--platform %s gives the message that would be posted', async (platform) => {
    const { out } = await runSitrep([...days, '--platform', platform])
    const message = JSON.parse(out)
    expect(message.components ?? message.blocks).not.toHaveLength(0)
  })

  test('where nothing was new it says so', async () => {
    const { out } = await runSitrep(['digest', 'ferry-2031', '--since', '2031-03-20', '--until', '2031-03-21'])
    expect(out).toContain('Nothing new (20 to 21 March 2031).')
  })

  test('a briefing that is not there and a date that is none are errors, a missing day is wrong usage', async () => {
    const outcomes = await Promise.all(
      [
        ['digest', 'bus-2031', '--since', '2031'],
        ['digest', 'ferry-2031', '--since', 'soon'],
        ['digest', 'ferry-2031'],
      ].map((args) => runSitrep(args)),
    )
    expect(outcomes.map(({ code }) => code)).toEqual([1, 1, 2])
    expect(outcomes.map(({ errors }) => errors.split('\n')[0])).toEqual([
      expect.stringContaining('there is no briefing "bus-2031"'),
      expect.stringContaining('That is no date'),
      expect.stringContaining('needs --since DATE'),
    ])
  })
})
