import { tsImport } from 'tsx/esm/api';

// Jest's transform cannot load Prisma's schema engine, which is an ES module; tsx can.
export default async function startDatabase() {
  const { startTestServer } = await tsImport('./test-server.ts', import.meta.url);
  globalThis.stopTestServer = await startTestServer();
}
