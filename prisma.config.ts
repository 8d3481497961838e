import { defineConfig } from 'prisma/config';
import { runsWithoutEngine } from './prisma/engine-commands';

// The CLI downloads the engine unless this names an existing file. Commands that never run it are
// given any file, so that they work offline; `npx prisma migrate deploy` downloads the real one.
if (runsWithoutEngine(process.argv)) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

// Migrations need a connection of their own, which a pooler in between does not give.
const url =
  process.env.DIRECT_DATABASE_URL ||
  process.env.DATABASE_URL ||
  'postgresql://localhost:5432/peerloop';

export default defineConfig({ schema: 'prisma/schema.prisma', datasource: { url } });
