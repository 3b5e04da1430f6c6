// The built app with two routes more, for the test of its stop: an event stream that stays open, and an answer that takes its time.
const { Controller, Get, Inject, Module, Res } = require('@nestjs/common');
const { AppModule } = require('../../dist/app.module');
const { Allow } = require('../../dist/web/permissions/permission');
const { Anyone } = require('../../dist/web/permissions/who.guard');
const { OpenStreams } = require('../../dist/web/streams/open-streams.service');

const SLOW_MS = 3000;

class Waiting {
  constructor(streams) {
    this.streams = streams;
  }

  stream(response) {
    this.streams.begin(response);
    this.streams.send(response, 'hello', {});
  }

  async slow() {
    console.log('slow: has come');
    await new Promise((later) => setTimeout(later, SLOW_MS));
    return { done: true };
  }
}

for (const name of ['stream', 'slow']) {
  const method = Object.getOwnPropertyDescriptor(Waiting.prototype, name);
  for (const decorate of [Get(name), Allow(Anyone)]) decorate(Waiting.prototype, name, method);
}
Res()(Waiting.prototype, 'stream', 0);
Inject(OpenStreams)(Waiting, undefined, 0);
Controller('waiting')(Waiting);

class WaitingModule {}
Module({ controllers: [Waiting] })(WaitingModule);

const withSettings = AppModule.with.bind(AppModule);
AppModule.with = (settings) => {
  const wired = withSettings(settings);
  return { ...wired, imports: [...wired.imports, WaitingModule] };
};

require('../../dist/main');
