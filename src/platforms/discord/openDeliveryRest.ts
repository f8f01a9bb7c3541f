// Discord's REST interface for deliveries: each call is made once, and none is held back.

import { REST, type RequestData, type RouteLike } from '@discordjs/rest'

export type DeliveryRest = {
  readonly get: (route: RouteLike, request?: RequestData) => Promise<unknown>
  readonly post: (route: RouteLike, request: RequestData) => Promise<unknown>
}

export type DeliveryRestOptions = {
  readonly token: string
  /** Undefined for the real service. */
  readonly apiUrl: string | undefined
  /** How long a call may take. */
  readonly timeoutMs: number
}

export function openDeliveryRest({ token, apiUrl, timeoutMs }: DeliveryRestOptions): DeliveryRest {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    // Whoever calls keeps to the limit of the whole bot, which a second client could not know.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // A token that it is given the library drops with the first 401, and all calls after that fail for want of one.
    headers: { authorization: `Bot ${token}` },
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
  })
  return {
    get: (route, request) => rest.get(route, { ...request, auth: false }),
    post: (route, request) => rest.post(route, { ...request, auth: false }),
  }
}
