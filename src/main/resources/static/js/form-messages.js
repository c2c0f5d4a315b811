// form-js has its messages in English only and no setting for them: what it writes into the page is put into Vietnamese.
import { rewordTexts } from './texts-on-page.js';
import { language } from './webapp-language.js';

const MESSAGES = [
  [/^Field is required\.$/, 'Hãy điền ô này.'],
  [/^Field must match pattern .*$/, 'Nội dung không đúng dạng yêu cầu.'],
  [/^Field must have minimum value of (.+)\.$/, 'Giá trị nhỏ nhất là $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Giá trị lớn nhất là $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Hãy nhập ít nhất $1 ký tự.'],
  [/^Field must have maximum length of (.+)\.$/, 'Chỉ nhập nhiều nhất $1 ký tự.'],
  [/^Field must be a valid {1,2}international phone number\. .*$/, 'Số điện thoại phải có mã quốc gia, ví dụ +84912345678.'],
  [/^Field must be a valid email\.$/, 'Địa chỉ thư điện tử không đúng.'],
  [/^Value is not a number\.$/, 'Hãy nhập một số.'],
  [/^Value is expected to be an integer\.$/, 'Hãy nhập số nguyên.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Chỉ nhập nhiều nhất $1 chữ số thập phân.'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, 'Hãy chọn giá trị hợp lệ, gần nhất là $1 và $2.'],
  [/^Select$/, 'Chọn'],
  [/^Nothing found\.$/, 'Không tìm thấy.']
];

// The calendar of a date field brings its own names.
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December'];
const WEEKDAYS = { Sun: 'CN', Mon: 'T2', Tue: 'T3', Wed: 'T4', Thu: 'T5', Fri: 'T6', Sat: 'T7' };

const vietnamese = text => {
  const known = MESSAGES.find(([english]) => english.test(text));
  return known ? text.replace(known[0], known[1]) : text;
};

const vietnameseName = text => {
  const name = text.trim();
  const month = MONTHS.indexOf(name);
  return month >= 0 ? `Tháng ${month + 1}` : WEEKDAYS[name] ?? text;
};

const told = text => {
  const place = text.parentElement?.closest('.flatpickr-calendar, .fjs-form');
  if (!place) {
    return text.data;
  }
  return place.matches('.fjs-form') ? vietnamese(text.data) : vietnameseName(text.data);
};

if (language === 'vi') {
  rewordTexts(told);
}
