// Administrators mend things in Cockpit, everybody else only watches. What the server would refuse is not offered.
const app = document.querySelector('base');
const root = app.getAttribute('app-root');

const allowed = async () => {
  // Cockpit starts all the same where this cannot be asked, with the least that anybody may do.
  const answer = await fetch(`${root}/api/admin/auth/user/default`, { headers: { Accept: 'application/json' } }).catch(() => ({}));
  return answer.ok ? (await answer.json()).authorizedApps ?? [] : [];
};

const MENDING = [
  'cockpit.navigation:tasks',
  'cockpit.navigation:deployments',
  'cockpit.navigation:batch',
  'cockpit.tasks.dashboard',
  'cockpit.processDefinition.runtime.action',
  'cockpit.processDefinition.runtime.tab:job-definition-table',
  'cockpit.processInstance.runtime.action',
  'cockpit.processInstance.runtime.tab:jobs-tab',
  'cockpit.processInstance.runtime.tab:external-tasks-process-instance-runtime',
  'cockpit.incident.action'
];

const CLOSED = /^#\/(tasks|repository|batch)\b/;
const DASHBOARD = '#/dashboard';

const turnBack = () => {
  if (CLOSED.test(location.hash)) {
    location.replace(DASHBOARD);
  }
};

const stay = event => {
  const link = event.target.closest?.('a[href]');
  if (link && CLOSED.test(link.hash)) {
    event.preventDefault();
    event.stopPropagation();
  }
};

const apps = await allowed();
if (!apps.includes('admin')) {
  document.documentElement.classList.add('watching');
  app.setAttribute('cam-exclude-plugins', MENDING.join(','));
  turnBack();
  // Of an address that is typed in, this is told before the framework is.
  addEventListener('popstate', turnBack);
  document.addEventListener('click', stay, true);
}
if (!apps.includes('tasklist')) {
  document.documentElement.classList.add('without-tasklist');
}
