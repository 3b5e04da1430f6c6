import { Controller, Get, Module, Render } from '@nestjs/common';
import { Allow } from '../../src/web/permissions/permission';
import { Anyone } from '../../src/web/permissions/who.guard';

export const SECRET = 'a word that only the log may hold';

/** Pages with faults of ours in them. */
@Controller('broken')
class Broken {
  @Get()
  @Allow(Anyone)
  page(): never {
    throw new Error(SECRET);
  }

  @Get('thrown-words')
  @Allow(Anyone)
  words(): never {
    throw SECRET as unknown as Error;
  }

  @Get('template')
  @Allow(Anyone)
  @Render('home/learning')
  template() {
    return { cohorts: [SECRET] }; // and no name, which the template says first
  }
}

@Module({ controllers: [Broken] })
export class BrokenModule {}
