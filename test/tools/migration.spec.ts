import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

let folder: string;
const at = (path: string) => join(folder, path);

/** What the tool says in the copy, and whether it was content. */
function migration(...args: string[]): { said: string; content: boolean } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('test/tools/migration.mjs'), ...args], { encoding: 'utf8' });
  return { said: stdout + stderr, content: status === 0 };
}

const REMARK = `
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from './database/columns';

@Entity('remarks')
@Unique(['chapterId', 'number'])
@Index(['at'])
@Check('remarks_number', '"number" > 0')
class Remark {
  @Id() id: string;
  @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  @Column({ type: 'integer', default: 1 }) number: number;
  @Column({ type: 'varchar', length: 9, default: 'plain' }) kind: string;
  @Column({ type: 'double precision' }) weight: number;
  @Column({ type: 'boolean' }) open: boolean;
  @Json({ nullable: true }) more: object | null;
  @Timestamp() at: Date;
}
`;

const HALVES = `  async up(q: QueryRunner): Promise<void> {
    await column(q, 'chapters', 'motto', text({ nullable: true }));
    await table(
      q,
      'remarks',
      {
        id: id(),
        chapterId: reference('chapters', { onDelete: 'CASCADE' }),
        number: integer({ default: 1 }),
        kind: text(9, { default: 'plain' }),
        weight: real(),
        open: boolean(),
        more: json({ nullable: true }),
        at: timestamp(),
      },
      { unique: [['chapterId', 'number']], index: [['at']], check: { remarks_number: '"number" > 0' } },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('remarks');
    await q.dropColumn('chapters', 'motto');
  }
}
`;

describe('npm run migration', () => {
  const known = readdirSync(join(ROOT, 'src/database/migrations'));
  const written = () => readdirSync(at('src/database/migrations')).filter((file) => !known.includes(file));

  /** A copy of the code, with what the tool needs to run there. */
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chapterhouse-tools-'));
    for (const part of ['src', 'test/support/typescript.cjs', 'test/tools', 'package.json', '.prettierrc.json']) {
      mkdirSync(join(at(part), '..'), { recursive: true });
      cpSync(join(ROOT, part), at(part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), at('node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(at(file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(at(file), text.replace(from, to));
  };

  it('writes what the entities ask for and no migration makes, in the words of migrations', () => {
    expect(migration()).toEqual({ said: 'Migrations make all that entities say.\n', content: true });
    change(
      'src/chapters/chapter.entity.ts',
      '@Id() id: string;',
      '@Id() id: string;\n  @Column({ type: "text", nullable: true }) motto: string | null;',
    );
    change('src/entities.ts', 'export const ENTITIES = [', `${REMARK}\nexport const ENTITIES = [Remark,`);
    expect(migration().said).toContain("await column(q, 'chapters', 'motto', text({");

    const { said, content } = migration('add', 'mottos', 'and', 'remarks');
    const [file] = written();
    expect(file).toMatch(/^\d{13}-add-mottos-and-remarks\.ts$/);
    expect({ said, content }).toEqual({ said: `src/database/migrations/${file} makes what was missing. Read it.\n`, content: true });
    const text = readFileSync(at(`src/database/migrations/${file}`), 'utf8');
    expect(text.slice(text.indexOf('  async up'))).toBe(HALVES);
    expect(migration().said).toBe('Migrations make all that entities say.\n');
  });

  it('begins one for what cannot be said in those words, and it refuses to run until it is written', () => {
    change('src/chapters/chapter.entity.ts', 'name: string;', '@Index() name: string;');
    change('src/chapters/chapter.entity.ts', 'import { ', 'import { Index, ');
    const { said } = migration('index', 'names-of-chapters');
    expect(said).toContain('waits for its two halves.\nTo be written by hand, here as SQLite would do it:\n');
    expect(said).toMatch(/CREATE INDEX "\w+" ON "chapters" \("name"\)/);
    const { said: refused, content } = migration();
    expect(content).toBe(false);
    expect(refused).toMatch(/IndexNamesOfChapters\d{13} is not written yet/);
  });

  it.each([[['cohorts']], [['Create', 'cohorts']], [['create', '../cohorts']]])('%j is no name for one', (words) => {
    const { said, content } = migration(...words);
    expect(content).toBe(false);
    expect(said).toContain('A migration is named by a verb and what it is done to');
    expect(written()).toEqual([]);
  });
});
