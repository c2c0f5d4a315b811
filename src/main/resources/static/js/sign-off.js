// Camunda's web applications show a login form of their own when nobody is signed in any more. There is one login: ours.
const signedOff = () => location.hash.startsWith('#/login');

const watch = setInterval(() => {
  if (signedOff()) {
    clearInterval(watch);
    location.replace(new URL('../login', import.meta.url));
  }
}, 200);
