import { FindOperator, type EntityMetadata } from 'typeorm';

/**
 * Refuses conditions that would find things nobody meant: none at all (`{}`, `[]`), a list where one value was expected, an
 * object where a value was expected (both come out of a tampered form). `undefined` and `null` are refused by TypeORM itself.
 */
export function checkWhere(metadata: EntityMetadata, where: unknown): void {
  const alternatives = Array.isArray(where) ? where : [where];
  if (alternatives.length === 0) throw empty(metadata);
  for (const alternative of alternatives) {
    const conditions = Object.entries((alternative ?? {}) as object);
    if (conditions.length === 0) throw empty(metadata);
    for (const [property, value] of conditions) checkValue(metadata, property, value);
  }
}

function checkValue(metadata: EntityMetadata, property: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof FindOperator) return;
  if (!Array.isArray(value) && !metadata.findColumnWithPropertyName(property)) return; // a condition on a related row
  throw new Error(`${metadata.name}.${property} is compared with ${Array.isArray(value) ? 'a list' : 'an object'}; for a list say In([…])`);
}

const empty = (metadata: EntityMetadata) => new Error(`No condition was given for ${metadata.name}; to find all of them, say find()`);
