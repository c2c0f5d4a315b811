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
  'Suspended Job Definition': 'Định nghĩa tác vụ nền đang tạm dừng',
  // Drawn before the texts are there, and never again.
  'CAM_WIDGET_HEADER_TOGGLE_NAVIGATION': 'Đóng mở trình đơn'
};

const TITLES = {
  'zoom in': 'Phóng to',
  'zoom out': 'Thu nhỏ',
  'reset zoom': 'Cỡ ban đầu',
  'Select all': 'Chọn tất cả'
};

// What models and people call "First" stands elsewhere and keeps its name.
const PLACES = '.null-value, td.actions, .clause, .annotation.header, .hit-policy, .tooltip, .sr-only, '
  + '[cam-widget-variables-table] a';

const vietnamese = text => text.parentElement?.closest(PLACES) && WORDS[text.data.trim()] || text.data;

if (language === 'vi') {
  rewordTexts(vietnamese);
  new MutationObserver(() => Object.entries(TITLES).forEach(([english, title]) => {
    document.querySelectorAll(`[title="${english}"]`).forEach(element => { element.title = title; });
  })).observe(document.documentElement, { childList: true, subtree: true });
}
