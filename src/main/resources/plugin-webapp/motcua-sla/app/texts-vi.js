export default {
  'again': 'Thử lại',
  'problem.unreachable': 'Không kết nối được máy chủ.',
  'problem.server': 'Máy chủ gặp lỗi; hãy thử lại sau ít phút.',
  'problem.signedOut': 'Phiên làm việc đã hết; hãy đăng nhập lại.',
  'rate.none': 'không có',
};
