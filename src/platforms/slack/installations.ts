// The workspaces that installed the app, each with its token, in the vault under the id of the workspace, or of the
// organisation where the app is installed for all of it (docs: node-slack-sdk, "OAuth", "Storing installations").

import type { App, EnvelopedEvent } from '@slack/bolt'
import type { Installation, InstallationQuery, InstallationStore } from '@slack/oauth'
import { PlatformError } from '../../core/errors.ts'
import type { Log, Vault } from '../../core/ports.ts'

const nameOf = (id: string | undefined) => {
  if (id === undefined) throw new PlatformError('Slack named neither a workspace nor an organisation')
  return `slack/${id}`
}

const nameFor = ({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>) =>
  nameOf(isEnterpriseInstall ? enterpriseId : teamId)

export function openInstallations(vault: Vault): Required<InstallationStore> {
  return {
    storeInstallation: (installation) =>
      vault.put(
        nameOf(installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id),
        installation,
      ),
    async fetchInstallation(query) {
      const found = (await vault.find(nameFor(query))) as Installation<'v1' | 'v2', boolean> | undefined
      if (found === undefined) throw new PlatformError('this workspace has not installed the app; open /slack/install')
      // biome-ignore lint/suspicious/noExplicitAny: the interface's own type depends on the query's
      return found as any
    },
    deleteInstallation: (query) => vault.remove(nameFor(query)),
  }
}

/** The token by which a workspace is sent what it did not just ask for, such as a digest; undefined where it left. */
export async function findToken(vault: Vault, tenant: string): Promise<string | undefined> {
  const found = (await vault.find(nameOf(tenant))) as Installation | undefined
  return found?.bot?.token
}

/** Removes an installation when its workspace removes the app, or revokes its token. */
export function forgetInstallations(app: App, installations: Required<InstallationStore>, log: Log) {
  const forget = async ({ body }: { body: EnvelopedEvent }) => {
    const isEnterpriseInstall = body.authorizations?.[0]?.is_enterprise_install ?? false
    await installations.deleteInstallation(
      isEnterpriseInstall
        ? { isEnterpriseInstall, enterpriseId: body.enterprise_id ?? '', teamId: undefined }
        : { isEnterpriseInstall, enterpriseId: body.enterprise_id, teamId: body.team_id },
    )
    log.info('a workspace removed the app', { platform: 'slack', tenant: body.team_id })
  }
  app.event('app_uninstalled', forget)
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget({ body })
  })
}
