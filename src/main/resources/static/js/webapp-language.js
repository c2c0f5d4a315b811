// Camunda's web applications speak the language of our own pages: Vietnamese unless the user chose English there.
const chosen = document.cookie.match(/(?:^|;\s*)language=(\w+)/)?.[1];

export const language = chosen === 'en' ? 'en' : 'vi';

export const locales = { availableLocales: [language], fallbackLocale: language };

// They keep texts in the browser by Camunda's version alone, so those of an earlier version of ours would come first.
// Nor can they do without: some of their pages are drawn before texts that come later, and would show keys.
const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
Object.keys(kept).filter(key => key.includes('_locales_data_')).forEach(key => delete kept[key]);

const app = document.querySelector('base');
const texts = `${app.getAttribute('app-root')}/app/${app.getAttribute('app-name')}/locales/`;
const answer = await fetch(`${texts}${language}.json`, { cache: 'no-cache' });
if (answer.ok) {
  kept[`${texts}_locales_data_${language}_${window.bust}`] = JSON.stringify(await answer.json());
}
localStorage.setItem('camunda-web', JSON.stringify(kept));
