// The built app as a host starts it, but for one thing: it signs certificates although it is reached at this machine only.
const { AppModule } = require('../../dist/app.module');

const withSettings = AppModule.with.bind(AppModule);
AppModule.with = (settings) => withSettings({ ...settings, mode: 'test' });
require('../../dist/main');
