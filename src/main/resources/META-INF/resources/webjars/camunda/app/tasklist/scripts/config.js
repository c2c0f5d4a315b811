import '../../../../js/sign-off.js';

export default {
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'nhận việc đang chọn' },
    focusFilter: { key: 'ctrl+shift+f', description: 'đến bộ lọc đầu tiên' },
    focusList: { key: 'ctrl+alt+l', description: 'đến việc đầu tiên trong danh sách' },
    focusForm: { key: 'ctrl+alt+f', description: 'đến ô đầu tiên của biểu mẫu' },
    startProcess: { key: 'ctrl+alt+p', description: 'nộp hồ sơ mới' }
  }
};
