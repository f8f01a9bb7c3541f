// The App Home with the overview, and the questions that the agent pane suggests.

import type { App } from '@slack/bolt'
import { askDesk } from './askDesk.ts'
import { publishHome, suggestPrompts, type WebClient } from './calls.ts'
import { plainText } from './escapeText.ts'
import { type Place, visitOf } from './place.ts'
import type { SlackPorts } from './ports.ts'
import { homeView } from './views.ts'

/** Slack shows at most four suggestions (docs: assistant.threads.setSuggestedPrompts). */
const MOST_PROMPTS = 4
const MAX_PROMPT_CHARS = 75

export function answerHome(app: App, ports: SlackPorts) {
  app.event('app_home_opened', async ({ event, body, client }) => {
    const place = { tenant: body.team_id, channel: event.channel, user: event.user, thread: undefined }
    await ports.once(`event/${body.event_id}`, async () => {
      if (event.tab === 'messages') return suggest(ports, client, place)
      const home = { ...place, channel: 'home' }
      const { message } = await askDesk(ports, client, home, { kind: 'overview' }, { isInWords: true })
      await publishHome(client, event.user, homeView(message, ports.desk.briefings()))
    })
  })
  // Apps that were made with the older assistant view are told of a new conversation by an event of its own.
  app.event('assistant_thread_started', async ({ event, body, client }) => {
    const { user_id: user, channel_id: channel, thread_ts: thread } = event.assistant_thread
    await ports.once(`event/${body.event_id}`, () =>
      suggest(ports, client, { tenant: body.team_id, channel, user, thread }),
    )
  })
}

async function suggest({ desk }: SlackPorts, client: WebClient, place: Place) {
  const { card } = await desk.respond(visitOf(place, false), { kind: 'overview' })
  const questions = card.nearby.filter((question) => plainText(question).length <= MAX_PROMPT_CHARS)
  const prompts = [...questions, 'overview', 'help']
    .slice(0, MOST_PROMPTS)
    .map((question) => ({ title: titles[question] ?? plainText(question), message: question }))
  await suggestPrompts(client, place, prompts)
}

const titles: Readonly<Record<string, string>> = { overview: 'What is this briefing about?', help: 'What can I ask?' }
