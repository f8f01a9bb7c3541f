// The state's versions. The state's version is how many of these it has been through: a step is never changed once it is
// released, another is added. The statements are such as SQLite and PostgreSQL both understand; KEY_TYPE is `Sql.keyType`.

export const migrations: readonly (readonly string[])[] = [
  [
    'CREATE TABLE sitrep_values (id KEY_TYPE PRIMARY KEY, value TEXT NOT NULL, expires BIGINT)',
    'CREATE INDEX sitrep_values_expires ON sitrep_values (expires)',
    'CREATE TABLE sitrep_claims (id KEY_TYPE PRIMARY KEY, lapses BIGINT NOT NULL)',
    'CREATE INDEX sitrep_claims_lapses ON sitrep_claims (lapses)',
    `CREATE TABLE sitrep_gaps (
      id KEY_TYPE PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, briefing TEXT NOT NULL, about TEXT NOT NULL,
      times BIGINT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL)`,
    'CREATE TABLE sitrep_looks (id KEY_TYPE PRIMARY KEY, latest BIGINT NOT NULL, previous BIGINT)',
  ],
  [
    `CREATE TABLE sitrep_subscriptions (
      id KEY_TYPE PRIMARY KEY, platform TEXT NOT NULL, tenant TEXT NOT NULL, channel TEXT NOT NULL, briefing TEXT NOT NULL,
      schedule TEXT NOT NULL, zone TEXT NOT NULL, mode TEXT NOT NULL, is_quiet BIGINT NOT NULL, status TEXT NOT NULL,
      note TEXT, admin TEXT, origin TEXT NOT NULL, created_ms BIGINT NOT NULL, due_ms BIGINT NOT NULL)`,
    'CREATE INDEX sitrep_subscriptions_due ON sitrep_subscriptions (due_ms)',
    'CREATE INDEX sitrep_subscriptions_place ON sitrep_subscriptions (platform, tenant, channel)',
    `CREATE TABLE sitrep_deliveries (
      id KEY_TYPE PRIMARY KEY, kind TEXT NOT NULL, subscription TEXT NOT NULL, platform TEXT NOT NULL, tenant TEXT NOT NULL,
      channel TEXT NOT NULL, briefing TEXT NOT NULL, start TEXT NOT NULL, start_ms BIGINT NOT NULL, is_late BIGINT NOT NULL,
      state TEXT NOT NULL, note TEXT, attempts BIGINT NOT NULL, sending_ms BIGINT, not_before_ms BIGINT NOT NULL,
      frozen TEXT, told TEXT, message TEXT, token BIGINT NOT NULL, leased_until_ms BIGINT NOT NULL,
      changed_ms BIGINT NOT NULL)`,
    `CREATE INDEX sitrep_deliveries_open ON sitrep_deliveries (platform, start_ms, id) WHERE state IN ('planned', 'sending')`,
    'CREATE INDEX sitrep_deliveries_subscription ON sitrep_deliveries (subscription, start_ms)',
    'CREATE INDEX sitrep_deliveries_told ON sitrep_deliveries (told)',
    'CREATE INDEX sitrep_deliveries_changed ON sitrep_deliveries (changed_ms)',
    'CREATE TABLE sitrep_snapshots (id KEY_TYPE PRIMARY KEY, text TEXT NOT NULL, kept_ms BIGINT NOT NULL)',
  ],
]
