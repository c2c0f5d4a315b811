import '../../../../js/sign-off.js';
import { locales } from '../../../../js/webapp-language.js';

export default {
  app: { vendor: 'Motcua', name: 'Cockpit' },
  locales,
  disableWelcomeMessage: true
};
