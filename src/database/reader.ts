import type { EntityMetadata, ObjectLiteral, Repository } from 'typeorm';
import { checkWhere } from './criteria';

const BY_OPTIONS = ['find', 'findOne', 'findOneOrFail', 'findAndCount', 'count', 'exists'] as const;
const BY_WHERE = ['findBy', 'findOneBy', 'findOneByOrFail', 'findAndCountBy', 'countBy', 'existsBy'] as const;
const OF_COLUMN = ['sum', 'average', 'minimum', 'maximum'] as const;

type Query = (typeof BY_OPTIONS)[number] | (typeof BY_WHERE)[number] | (typeof OF_COLUMN)[number] | 'createQueryBuilder';

/** The asking half of a repository: nothing here can write. */
export type Reader<T extends ObjectLiteral> = Pick<Repository<T>, Query>;

type WhereOf = (given: unknown[]) => unknown;
const NOTHING = Symbol('no condition');

/** `assertUsable` is asked before every query, because a reader may be kept longer than it may be used. */
export function reader<T extends ObjectLiteral>(repository: Repository<T>, assertUsable: () => void): Reader<T> {
  const offer = (name: Query, whereOf: WhereOf) => [name, guarded(repository, name, whereOf, assertUsable)] as const;
  const ofOptions: WhereOf = ([options]) => (options as { where?: unknown } | undefined)?.where ?? NOTHING;
  const createQueryBuilder: Repository<T>['createQueryBuilder'] = (...given) => {
    assertUsable();
    return repository.createQueryBuilder(...given);
  };
  return Object.fromEntries([
    ...BY_OPTIONS.map((name) => offer(name, ofOptions)),
    ...BY_WHERE.map((name) => offer(name, ([where]) => where)),
    ...OF_COLUMN.map((name) => offer(name, ([, where]) => where ?? NOTHING)),
    ['createQueryBuilder', createQueryBuilder],
  ]) as unknown as Reader<T>;
}

function guarded<T extends ObjectLiteral>(repository: Repository<T>, name: Query, whereOf: WhereOf, assertUsable: () => void) {
  const metadata: EntityMetadata = repository.metadata;
  const ask = (repository[name] as (...given: unknown[]) => Promise<unknown>).bind(repository);
  return async (...given: unknown[]) => {
    assertUsable();
    const where = whereOf(given);
    if (where !== NOTHING) checkWhere(metadata, where);
    return ask(...given);
  };
}
