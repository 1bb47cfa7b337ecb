/**
 * Who somebody is: e-mail and password, kept by better-auth in the schema `auth`; an organisation is a workspace. Only
 * its store and its password hashing are used: none of its routes is served, so there is no sign-up but by invitation
 * and no session besides our devices' tokens.
 */
import process from 'node:process';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { createAccessControl, organization } from 'better-auth/plugins';
import { PostgresDialect } from 'kysely';
import type pg from 'pg';

export const PASSWORD_LENGTH = { min: 10, max: 200 };

/** Roles mean something to our own code only; better-auth merely has to know their names. */
const access = createAccessControl({});
const roles = { admin: access.newRole({}), manager: access.newRole({}), rep: access.newRole({}) };

/** Either would send figures to somebody else even though the option below says no. */
const FOREIGN_SWITCHES = ['BETTER_AUTH_TELEMETRY', 'BETTER_AUTH_TELEMETRY_ENDPOINT'];

function options(pool: pg.Pool, secret: string) {
  for (const name of FOREIGN_SWITCHES) delete process.env[name];
  return {
    database: {
      dialect: new PostgresDialect({ pool }),
      type: 'postgres' as const,
      schemaName: 'auth',
      transaction: true,
    },
    secret,
    baseURL: 'http://127.0.0.1',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    advanced: { database: { generateId: 'uuid' as const } },
    plugins: [
      organization({ ac: access, roles, creatorRole: 'admin', allowUserToCreateOrganization: false }),
    ],
  };
}

/** Creates or extends better-auth's tables; the pool's role must own the schema. */
export async function migrateAccounts(pool: pg.Pool, secret: string): Promise<void> {
  const { runMigrations } = await getMigrations(options(pool, secret));
  await runMigrations();
}

/** Whether better-auth's tables are those of this version. */
export async function accountsAreCurrent(pool: pg.Pool, secret: string): Promise<boolean> {
  const { toBeAdded, toBeCreated } = await getMigrations(options(pool, secret));
  return toBeAdded.length === 0 && toBeCreated.length === 0;
}

export type Accounts = Awaited<ReturnType<typeof openAccounts>>;

export async function openAccounts(pool: pg.Pool, secret: string) {
  const { internalAdapter, password } = await betterAuth(options(pool, secret)).$context;
  /** Compared with when nobody has the address, so that the time tells nothing. */
  const nobodys = await password.hash(secret);

  async function find(email: string) {
    return (await internalAdapter.findUserByEmail(email, { includeAccounts: true })) ?? undefined;
  }

  return {
    /** Id of the user, or undefined for a wrong address or password, both in the same time. */
    async check(email: string, given: string): Promise<string | undefined> {
      const found = await find(email);
      const own = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
      const right = await password.verify({ hash: own ?? nobodys, password: given });
      return right && own ? found?.user.id : undefined;
    },

    async idOf(email: string): Promise<string | undefined> {
      return (await find(email))?.user.id;
    },

    /** Whoever was invited gets this password, whether the address is new here or not. Resolves with the user's id. */
    async setPassword(email: string, name: string, given: string): Promise<string> {
      const hash = await password.hash(given);
      const user =
        (await find(email))?.user ??
        (await internalAdapter.createUser(
          { email, name, emailVerified: true },
          { method: 'email-password' },
        ));
      const credential = { userId: user.id, providerId: 'credential', accountId: user.id, password: hash };
      if (await internalAdapter.findCredentialAccount(user.id))
        await internalAdapter.updatePassword(user.id, hash);
      else await internalAdapter.linkAccount(credential);
      return user.id;
    },
  };
}
