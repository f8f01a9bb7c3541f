// Rules for messages that Discord holds and its published schema leaves out: what all text may measure, how many components
// there may be, and what may not be empty. Sources: "Component Reference" and "Message Resource" of its documentation.

type Part = { readonly [name: string]: unknown }

const IS_COMPONENTS_V2 = 1 << 15

/** What is wrong with a message's body; nothing where it is right. */
export function checkMessage(body: unknown, files: readonly string[] = []): string[] {
  const message = asPart(body)
  const parts = partsIn(message.components)
  const texts = parts.flatMap(({ type, content }) => (type === 10 ? [String(content)] : []))
  const buttons = parts.filter(({ type }) => type === 2)
  const ids = buttons.map(({ custom_id }) => custom_id)
  const attached = list(message.attachments).map((one) => asPart(one).filename)
  const pictures = parts.flatMap(({ items }) => list(items)).map((item) => String(asPart(asPart(item).media).url))
  const mentions = asPart(message.allowed_mentions)
  const rules: [boolean, string][] = [
    [(Number(message.flags) & IS_COMPONENTS_V2) !== 0, 'it lacks the flag of components'],
    [message.content === undefined && message.embeds === undefined, 'it has content or embeds beside components'],
    [parts.length > 0, 'it is empty'],
    [parts.length <= 40, `it has ${parts.length} components`],
    [texts.join('').length <= 4000, `its text has ${texts.join('').length} characters`],
    [texts.every((text) => text.trim() !== ''), 'a text is blank'],
    [new Set(ids).size === ids.length, 'two buttons have one custom_id'],
    [buttons.every(({ label }) => String(label ?? '').trim() !== ''), 'a button has no label'],
    [JSON.stringify(mentions.parse) === '[]', 'it may ping'],
    [mentions.users === undefined && mentions.roles === undefined && !mentions.replied_user, 'it pings'],
    [pictures.every((url) => attached.includes(url.replace('attachment://', ''))), 'a picture is not attached'],
    [attached.length === files.length && attached.every((name) => files.includes(String(name))), 'files do not fit'],
    [message.nonce === undefined || String(message.nonce).length <= 25, 'its nonce is too long'],
  ]
  return rules.flatMap(([holds, problem]) => (holds ? [] : [problem]))
}

/** All components, at whatever depth. */
export function partsIn(components: unknown): Part[] {
  return list(components).flatMap((one) => {
    const part = asPart(one)
    return [part, ...partsIn(part.components)]
  })
}

export const asPart = (value: unknown): Part => (typeof value === 'object' && value !== null ? { ...value } : {})
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
