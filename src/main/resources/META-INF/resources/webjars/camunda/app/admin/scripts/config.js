import '../../../../js/sign-off.js';

export default {};
