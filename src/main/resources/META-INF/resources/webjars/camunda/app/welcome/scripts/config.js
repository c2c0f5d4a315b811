import '../../../../js/sign-off.js';
import { locales } from '../../../../js/webapp-language.js';

export default {
  app: { vendor: 'Motcua', name: 'Trang chung' },
  locales,
  disableWelcomeMessage: true,
  links: [
    { label: 'Bàn làm việc', href: '/desk', description: 'Danh sách việc theo hạn, tiếp nhận và theo dõi hồ sơ' }
  ]
};
