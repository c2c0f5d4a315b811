import '../../../../js/sign-off.js';
import '../../../../js/form-messages.js';
import { locales } from '../../../../js/webapp-language.js';

export default {
  app: { vendor: 'Motcua', name: 'Việc cần làm' },
  locales,
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'nhận việc đang chọn' },
    focusFilter: { key: 'ctrl+shift+f', description: 'đến bộ lọc đầu tiên' },
    focusList: { key: 'ctrl+alt+l', description: 'đến việc đầu tiên trong danh sách' },
    focusForm: { key: 'ctrl+alt+f', description: 'đến ô đầu tiên của biểu mẫu' },
    startProcess: { key: 'ctrl+alt+p', description: 'nộp hồ sơ mới' }
  }
};
