import '../../../../js/sign-off.js';
import '../../../../js/cockpit-watchers.js';
import '../../../../js/cockpit-words.js';
import { language, locales } from '../../../../js/webapp-language.js';

const dates = {
  paths: { 'motcua-dates': new URL('../../../../js/cockpit-dates', import.meta.url).pathname },
  deps: ['motcua-dates'],
  ngDeps: ['motcua.dates']
};

export default {
  app: { vendor: 'Motcua', name: 'Cockpit' },
  locales,
  requireJsConfig: language === 'vi' ? dates : {},
  disableWelcomeMessage: true
};
