import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

const ENGINE = '@prisma/schema-engine-wasm/schema_engine_bg';

let instantiated = false;

/** Prisma's schema engine, from the WebAssembly that npm installs: nothing is downloaded. */
export async function createSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  instantiate();
  const schema = readFileSync(join(process.cwd(), 'prisma/schema.prisma'), 'utf8');
  return engineModule.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

/** The package expects a bundler that imports .wasm files. In Node we instantiate the module. */
function instantiate(): void {
  if (instantiated) return;
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  const entry = createRequire(join(process.cwd(), 'package.json')).resolve(ENGINE);
  const wasm = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    './schema_engine_bg.js': Object.fromEntries(Object.entries(engineModule).map(letExit)),
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  instantiated = true;
}

/** The engine never clears the timer of its lock timeout, which would keep the process alive. */
function letExit([name, imported]: [string, WebAssembly.ImportValue]): [
  string,
  WebAssembly.ImportValue,
] {
  if (!name.startsWith('__wbg_setTimeout_')) return [name, imported];
  return [name, (run: () => void, delayMs: number) => setTimeout(run, delayMs).unref()];
}
