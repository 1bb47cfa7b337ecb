import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/server/*.ts',
  out: './db/server/migrations',
});
