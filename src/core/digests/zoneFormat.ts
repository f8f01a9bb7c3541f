// How Intl writes moments in a time zone. Making a format takes far longer than using it, so each is made once.

export type ZoneFormat = (zone: string) => Intl.DateTimeFormat

export function zoneFormat(locale: string, options: Intl.DateTimeFormatOptions): ZoneFormat {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (zone) => {
    const format = formats.get(zone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    formats.set(zone, format)
    return format
  }
}
