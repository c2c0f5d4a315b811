// Cockpit shows moments in a format of its own and has an American calendar, whatever its settings say; a module of its
// framework may change both.
const named = options => date => new Intl.DateTimeFormat('vi', { ...options, timeZone: 'UTC' }).format(date);
const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
const weekdays = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 1, 1 + day))); // a Sunday comes first

window.angular.module('motcua.dates', [])
  .config(['camDateFormatProvider', formats => formats.setDateFormat('LLL', 'normal')])
  .run(['$locale', locale => Object.assign(locale.DATETIME_FORMATS, {
    MONTH: months.map(named({ month: 'long' })),
    STANDALONEMONTH: months.map(named({ month: 'long' })),
    SHORTMONTH: months.map(named({ month: 'short' })),
    DAY: weekdays.map(named({ weekday: 'long' })),
    SHORTDAY: weekdays.map(named({ weekday: 'narrow' })),
    FIRSTDAYOFWEEK: 0
  })]);
