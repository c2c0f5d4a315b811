export default {
  'again': 'Try again',
  'problem.unreachable': 'The server cannot be reached.',
  'problem.server': 'The server has a problem; try again in a few minutes.',
  'problem.signedOut': 'Your session has ended; please sign in again.',
  'rate.none': 'n/a',
};
