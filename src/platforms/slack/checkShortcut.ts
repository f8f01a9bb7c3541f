// The name of the message shortcut, for the manifest and for whoever answers it.

export const CHECK_SHORTCUT = { id: 'sitrep-check', name: 'Check against the briefing' } as const
