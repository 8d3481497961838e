import { defineConfig } from 'prisma/config';

// `generate` and `studio` never run the schema engine, yet the CLI insists on downloading it
// unless this names an existing file. Migrations use the engine's WebAssembly build (prisma/migrator.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/peerloop' },
});
