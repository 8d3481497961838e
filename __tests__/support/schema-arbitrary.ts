import fc, { type Arbitrary } from 'fast-check';
import { DOCUMENT } from './openapi';

/** What the generator reads of a JSON Schema: enough for the requests of our document. */
export interface JsonSchema {
  $ref?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  type?: string | string[];
  format?: string;
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const instant = fc
  .date({ min: new Date('1969-12-31Z'), max: new Date('2201-01-01Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Values that fit the schema, mostly; the others are any JSON at all. `ids` are of what there is. */
export function valuesOf(schema: JsonSchema, ids: readonly string[]): Arbitrary<unknown> {
  const fitting = fittingValues(schema, ids);
  return fc.oneof({ arbitrary: fitting, weight: 5 }, { arbitrary: fc.jsonValue(), weight: 1 });
}

function fittingValues(schema: JsonSchema, ids: readonly string[]): Arbitrary<unknown> {
  if (schema.$ref) return fittingValues(componentOf(schema.$ref), ids);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => fittingValues(each, ids)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? []].flat();
  return fc.oneof(...types.map((type) => valuesOfType(type, schema, ids)));
}

function valuesOfType(
  type: string,
  schema: JsonSchema,
  ids: readonly string[],
): Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objectsOf(schema, ids);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, ids), { maxLength: (schema.maxItems ?? 8) + 1 });
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -9, max: schema.maximum ?? 9 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textsOf(schema, ids);
    default:
      throw new Error(`No request has a value of type ${type}.`);
  }
}

function objectsOf({ properties = {}, required = [] }: JsonSchema, ids: readonly string[]) {
  const arbitraries = Object.entries(properties).map(
    ([name, schema]) => [name, valuesOf(schema, ids)] as const,
  );
  return fc.record<Record<string, unknown>>(Object.fromEntries(arbitraries), {
    requiredKeys: required,
  });
}

function textsOf({ format, pattern }: JsonSchema, ids: readonly string[]): Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === 'date-time') return instant;
  if (format === 'date') return instant.map((text) => text.slice(0, 10));
  return pattern ? instant.map((text) => text.slice(0, 19)) : anyText;
}

function componentOf(ref: string): JsonSchema {
  const schemas: Record<string, unknown> = DOCUMENT.components?.schemas ?? {};
  const schema = schemas[ref.replace('#/components/schemas/', '')];
  if (!schema) throw new Error(`The document has no ${ref}.`);
  return schema as JsonSchema;
}
