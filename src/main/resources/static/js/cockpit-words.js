// What Cockpit has hard-wired in English instead of taking it from its texts.
import { rewordTexts } from './texts-on-page.js';
import { language } from './webapp-language.js';

const WORDS = {
  'null': 'không có',
  'Hit policy:': 'Cách chọn dòng:',
  'Unique': 'Duy nhất',
  'First': 'Dòng đầu',
  'Any': 'Bất kỳ',
  'Collect': 'Gộp',
  'Rule order': 'Theo thứ tự dòng',
  'When': 'Khi',
  'And': 'Và',
  'Then': 'Thì',
  'Annotations': 'Chú thích',
  'Upload': 'Tải lên',
  'Download': 'Tải về',
  'Actions': 'Thao tác',
  'State': 'Trạng thái',
  'Failed Job': 'Tác vụ nền thất bại',
  'Message is null.': 'Không có thông báo.',
  'Toggle this section': 'Đóng mở mục này',
  'Suspended Job Definition': 'Định nghĩa tác vụ nền đang tạm dừng',
  // Drawn before the texts are there, and never again.
  'CAM_WIDGET_HEADER_TOGGLE_NAVIGATION': 'Đóng mở trình đơn'
};

const TYPES = {
  'String': 'Chuỗi ký tự',
  'Boolean': 'Đúng/Sai',
  'Short': 'Số nguyên ngắn',
  'Integer': 'Số nguyên',
  'Long': 'Số nguyên dài',
  'Double': 'Số thực',
  'Date': 'Ngày',
  'Null': 'Không có',
  'Object': 'Đối tượng',
  'File': 'Tệp',
  'Bytes': 'Dữ liệu nhị phân'
};

const TITLES = {
  'zoom in': 'Phóng to',
  'zoom out': 'Thu nhỏ',
  'reset zoom': 'Cỡ ban đầu',
  'Select all': 'Chọn tất cả'
};

// What models and people call "First" stands elsewhere and keeps its name.
const PLACES = '.null-value, td.actions, .clause, .annotation.header, .hit-policy, .tooltip, .sr-only, '
  + '[cam-widget-variables-table] a, thead[sortable-table-head], .incidents-tab td.type, .incidents-tab td.message';

const vietnamese = text => {
  const word = text.data.trim();
  const place = text.parentElement;
  return place?.closest(PLACES) && WORDS[word] || place?.closest('td.col-type') && TYPES[word] || text.data;
};

if (language === 'vi') {
  rewordTexts(vietnamese);
  new MutationObserver(() => Object.entries(TITLES).forEach(([english, title]) => {
    document.querySelectorAll(`[title="${english}"]`).forEach(element => { element.title = title; });
  })).observe(document.documentElement, { childList: true, subtree: true });
}
