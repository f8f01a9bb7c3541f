// The three errors, by whose fault it is. A message names the file or setting, says what to do, and holds no secret.

/** Something in the settings or on the command line is wrong; the operator mends it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Something in a briefing is wrong; the curator mends it. */
export class BriefingError extends Error {
  override readonly name = 'BriefingError'
}

/** A platform refused or cannot be reached; the operator reads why and what to do. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  /** True where trying again can change nothing before the operator mends a setting and starts again: a refused token. */
  readonly isFinal: boolean

  constructor(message: string, { isFinal = false, ...options }: ErrorOptions & { readonly isFinal?: boolean } = {}) {
    super(message, options)
    this.isFinal = isFinal
  }
}
